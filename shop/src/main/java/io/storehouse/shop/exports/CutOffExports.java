package io.storehouse.shop.exports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Breaks the connection of an export that failed after its first rows had left: only the server's outermost layer does that. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CutOffExports extends OncePerRequestFilter {
    static final String CUT_OFF = CutOffExports.class.getName();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ExportedList.isExport(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(CUT_OFF) != null) {
            throw new IOException("Failed to export all of " + request.getRequestURI());
        }
    }
}
