package io.storehouse.shop.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param name {@code owner}, {@code service}, or the till's code
 * @param role what it may do
 * @param store the store it is bound to; null for all stores
 */
public record Caller(String name, Role role, @Nullable String store) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What a caller may do. */
    public enum Role {
        /** The person who owns the chain. */
        OWNER,
        /** The command line and its programs. */
        SERVICE,
        /** A till: sells and takes back in its store. */
        TILL
    }

    /** The till's own code, whatever it says; for others what they say. */
    public @Nullable String tillOr(@Nullable String said) {
        return role == Role.TILL ? name : said;
    }

    /** Whether it may approve a return without receipt. */
    public boolean mayApproveReturns() {
        return role != Role.TILL;
    }
}
