package io.storehouse.shop.access;

import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/** Refuses logins after too many failures. There is one account, so there is one count. */
@Component
class LoginLimit {
    private final AccessSettings settings;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    LoginLimit(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized void check() {
        Instant since = clock.instant().minus(settings.loginWindow());
        while (!failures.isEmpty() && failures.getFirst().isBefore(since)) {
            failures.removeFirst();
        }
        if (failures.size() >= settings.loginAttempts()) {
            throw new ShopException(
                    AccessError.TOO_MANY_LOGINS,
                    "Cannot log in: too many failures; wait "
                            + settings.loginWindow().toSeconds() + " s");
        }
    }

    synchronized void failed() {
        failures.addLast(clock.instant());
    }
}
