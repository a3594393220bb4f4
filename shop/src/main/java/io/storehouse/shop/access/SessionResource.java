package io.storehouse.shop.access;

import io.storehouse.shop.problems.ShopException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
class SessionResource {
    private static final String OWNER = "owner";

    private final Callers callers;
    private final PasswordEncoder passwords;
    private final SecurityContextRepository contexts;
    private final LoginLimit limit;
    private final ApplicationEventPublisher events;
    private final String ownerHash;

    SessionResource(
            Callers callers,
            PasswordEncoder passwords,
            SecurityContextRepository contexts,
            LoginLimit limit,
            ApplicationEventPublisher events,
            AccessSettings settings) {
        this.callers = callers;
        this.passwords = passwords;
        this.contexts = contexts;
        this.limit = limit;
        this.events = events;
        this.ownerHash = passwords.encode(settings.ownerPassword());
    }

    /** JSON only: a foreign page cannot send that without a preflight. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        limit.check();
        boolean known = passwords.matches(credentials.password(), ownerHash) && OWNER.equals(credentials.username());
        if (!known) {
            limit.failed();
            throw new ShopException(AccessError.WRONG_CREDENTIALS, "Cannot log in: user name or password is wrong");
        }
        HttpSession old = request.getSession(false);
        if (old != null) {
            end(old);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(BearerFilter.authentication(new Caller(OWNER, Caller.Role.OWNER, null)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    @GetMapping
    View current() {
        Caller caller = callers.current();
        return new View(caller.name(), List.of(caller.role().name().toLowerCase(java.util.Locale.ROOT)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            end(session);
        }
        SecurityContextHolder.clearContext();
    }

    private void end(HttpSession session) {
        String id = session.getId();
        session.invalidate();
        events.publishEvent(new SessionEnded(id));
    }

    record Credentials(@NotNull String username, @NotNull String password) {}

    record View(String username, List<String> roles) {}
}
