package io.storehouse.shop.access;

import io.storehouse.shop.audit.Actor;
import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private final Callers callers;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Transactions transactions;

    SessionResource(
            Callers callers,
            Accounts accounts,
            Sessions sessions,
            Attempts attempts,
            AuditLog audit,
            Transactions transactions) {
        this.callers = callers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** JSON only: a foreign page cannot send that without a preflight. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String username = credentials.username();
        String guessed = guessed(username, request);
        attempts.take(Attempts.Secret.PASSWORD, guessed);
        Optional<SignedIn> known = accounts.signIn(username, credentials.password());
        transactions.inOne(() -> {
            known.ifPresent(who -> attempts.clear(Attempts.Secret.PASSWORD, guessed));
            audit.record(entry(username, known));
            return known;
        });
        SignedIn who = known.orElseThrow(() ->
                new ShopException(AccessError.WRONG_CREDENTIALS, "Cannot log in: user name or password is wrong"));
        sessions.begin(who, request, response);
    }

    @GetMapping
    View current() {
        return View.of(callers.current());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest request) {
        sessions.end(request);
    }

    /** The owner's account counts for each address, so that a stranger elsewhere cannot keep the owner out. */
    private static String guessed(String username, HttpServletRequest request) {
        return username.equals(Accounts.OWNER) ? username + "@" + request.getRemoteAddr() : username;
    }

    /** Of a failure only a name that somebody has: others may be passwords in the wrong field. */
    private AuditEntry entry(String username, Optional<SignedIn> known) {
        if (known.isEmpty()) {
            boolean somebody =
                    username.equals(Accounts.OWNER) || accounts.active(username).isPresent();
            return AuditEntry.of(AccessAct.LOGIN_FAILED, null, somebody ? username : Actor.UNKNOWN.who())
                    .by(Actor.UNKNOWN);
        }
        Optional<Caller> caller = known.flatMap(accounts::callerOf);
        List<String> stores = caller.map(who -> who.scope().codes()).orElse(List.of());
        return AuditEntry.of(AccessAct.LOGIN_SUCCEEDED, stores.size() == 1 ? stores.get(0) : null, username)
                .by(caller.map(Caller::actor).orElse(Actor.UNKNOWN));
    }

    record Credentials(@NotNull String username, @NotNull String password) {
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    /**
     * Who one is.
     *
     * @param stores in which; null for all
     * @param permissions what the roles may do there
     */
    record View(
            String username, List<String> roles, @Nullable List<String> stores, List<String> permissions) {
        static View of(Caller caller) {
            return new View(
                    caller.name(),
                    List.of(caller.role().code()),
                    caller.scope().isEverywhere() ? null : caller.scope().codes(),
                    Stream.of(Permission.values())
                            .filter(caller::may)
                            .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }
}
