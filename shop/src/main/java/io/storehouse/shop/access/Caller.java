package io.storehouse.shop.access;

import io.storehouse.shop.audit.Actor;
import io.storehouse.shop.stores.StoreScope;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param name a user name, {@code service}, or the till's code
 * @param role what it may do
 * @param scope the stores in which it may
 */
public record Caller(String name, Role role, StoreScope scope) {
    /** What a caller may do; {@link Permission} says what that is. */
    public enum Role {
        /** Who owns the chain; in all stores always. */
        OWNER,
        /** The command line and its programs. */
        SERVICE,
        /** A till: sells and takes back in its store. */
        TILL,
        /** Runs stores, and approves what others may not do alone. */
        STORE_MANAGER,
        /** Sells and takes back. */
        CASHIER,
        /** Keeps the catalogue and receives goods. */
        BUYER,
        /** Reads figures. */
        ANALYST;

        /** The name in tables and in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether people have it. */
        public boolean isOfStaff() {
            return this != SERVICE && this != TILL;
        }

        /** The role with that code. */
        public static Optional<Role> ofCode(String code) {
            return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
        }
    }

    /** The till's own code, whatever it says; for others what they say. */
    public @Nullable String tillOr(@Nullable String said) {
        return role == Role.TILL ? name : said;
    }

    /** Whether it may do that, in its stores. */
    public boolean may(Permission permission) {
        return permission.isOf(role);
    }

    /** As the audit log names it. */
    public Actor actor() {
        return new Actor(name, role.code());
    }
}
