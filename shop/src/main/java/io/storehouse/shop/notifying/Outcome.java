package io.storehouse.shop.notifying;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to.
 *
 * @param error why it was not sent, or null
 * @param reply what the provider answered, where that is a number
 * @param delay until the next attempt
 */
record Outcome(
        State state, @Nullable String error, @Nullable Integer reply, Duration delay) {

    /** How the message stands then. */
    enum State {
        /** The provider has it. */
        SENT,
        /** It is tried again. */
        PENDING,
        /** It is not tried again by itself. */
        DEAD,
        /** It is not to be sent. */
        DROPPED;

        /** The name in the table. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome sent() {
        return new Outcome(State.SENT, null, null, Duration.ZERO);
    }

    static Outcome postponed(DeliveryFailure failure, Duration delay) {
        return new Outcome(State.PENDING, failure.code(), failure.reply(), delay);
    }

    static Outcome dead(String error, @Nullable Integer reply) {
        return new Outcome(State.DEAD, error, reply, Duration.ZERO);
    }

    static Outcome dropped(String error) {
        return new Outcome(State.DROPPED, error, null, Duration.ZERO);
    }
}
