package io.storehouse.shop.exports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the connection of a file that failed after its first rows had left: only the server's outermost layer does that. Whoever
 * writes a file says so by {@link #cutOff}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class CutOffExports extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CutOffExports.class);
    private static final String CUT_OFF = CutOffExports.class.getName();

    /**
     * Ends an answer that cannot be finished: a file that was begun must not end as if it were whole.
     *
     * @throws Exception the failure, where nothing has left yet, so that the answer can still say it
     */
    public static void cutOff(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws Exception {
        if (!response.isCommitted()) {
            response.reset();
            throw failure;
        }
        if (!(failure instanceof IOException)) {
            LOG.warn("{} broke off", request.getRequestURI(), failure);
        }
        request.setAttribute(CUT_OFF, true);
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
