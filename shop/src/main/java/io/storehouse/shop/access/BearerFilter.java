package io.storehouse.shop.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a caller by {@code Authorization: Bearer}, for this request only. */
final class BearerFilter extends OncePerRequestFilter {
    static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Refusals refusals;

    BearerFilter(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    static boolean isBearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        Optional<Caller> caller;
        try {
            caller = asked(
                    () -> tokens.callerOf(header.substring(SCHEME.length()).trim()));
        } catch (org.springframework.dao.DataAccessException | org.springframework.transaction.TransactionException e) {
            refusals.databaseAway(request, response);
            return;
        }
        caller.ifPresent(BearerFilter::know);
        chain.doFilter(request, response);
    }

    /** Asks again where the connection died under the question: the next one may lead to a database that lives. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (CannotGetJdbcConnectionException e) {
            throw e;
        } catch (DataAccessResourceFailureException | TransientDataAccessResourceException e) {
            return question.get();
        }
    }

    /** The caller of this request. */
    static void know(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, AuthorityUtils.createAuthorityList("ROLE_" + caller.role())));
        SecurityContextHolder.setContext(context);
    }
}
