package io.storehouse.shop.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends browsers' sessions. */
@Component
class Sessions {
    private final SecurityContextRepository contexts;
    private final ApplicationEventPublisher events;

    Sessions(SecurityContextRepository contexts, ApplicationEventPublisher events) {
        this.contexts = contexts;
        this.events = events;
    }

    /** A new session, in place of the one that the request has. */
    void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList("ROLE_STAFF")));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** The request's session is over, if it has one. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            String id = session.getId();
            session.invalidate();
            events.publishEvent(new SessionEnded(id));
        }
        SecurityContextHolder.clearContext();
    }
}
