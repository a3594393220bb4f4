package io.storehouse.shop.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a caller by session, as his account is now; a session whose account was changed or ended is over. */
final class SessionFilter extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Refusals refusals;

    SessionFilter(Accounts accounts, Sessions sessions, Refusals refusals) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof SignedIn signedIn) {
            Optional<Caller> caller;
            try {
                caller = BearerFilter.asked(() -> accounts.callerOf(signedIn));
            } catch (DataAccessException | TransactionException e) {
                refusals.databaseAway(request, response);
                return;
            }
            if (caller.isPresent()) {
                BearerFilter.know(caller.get());
            } else {
                sessions.end(request);
            }
        }
        chain.doFilter(request, response);
    }
}
