package io.storehouse.shop.notifying;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A message was not, or perhaps not, taken. It never says what the provider wrote, for that may repeat the address. */
final class DeliveryFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean permanent;
    private final @Nullable Integer reply;
    private final @Nullable Duration retryAfter;

    private DeliveryFailure(String code, boolean permanent, @Nullable Integer reply, @Nullable Duration retryAfter) {
        super(code + (reply == null ? "" : " " + reply));
        this.code = code;
        this.permanent = permanent;
        this.reply = reply;
        this.retryAfter = retryAfter;
    }

    /** To be tried again. */
    static DeliveryFailure transientOf(String code, @Nullable Integer reply) {
        return new DeliveryFailure(code, false, reply, null);
    }

    /** To be tried again, but not before that time has passed. */
    static DeliveryFailure later(int reply, @Nullable Duration retryAfter) {
        return new DeliveryFailure("throttled", false, reply, retryAfter);
    }

    /** Never to be tried again by itself. */
    static DeliveryFailure permanentOf(String code, @Nullable Integer reply) {
        return new DeliveryFailure(code, true, reply, null);
    }

    /** For tables and HTTP, at most 32 characters. */
    String code() {
        return code;
    }

    boolean isPermanent() {
        return permanent;
    }

    /** What the provider answered, where that is a number. */
    @Nullable
    Integer reply() {
        return reply;
    }

    /** How long the provider asks to be left alone, or null. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
