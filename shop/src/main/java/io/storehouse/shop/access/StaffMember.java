package io.storehouse.shop.access;

import io.storehouse.shop.stores.StoreScope;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account.
 *
 * @param scope the stores in which the role is had
 * @param sessionVersion grows with every change that ends sessions
 */
record StaffMember(
        String username,
        String displayName,
        Caller.Role role,
        StoreScope scope,
        boolean active,
        @Nullable String passwordHash,
        @Nullable String pinHash,
        long sessionVersion) {

    Caller caller() {
        return new Caller(username, role, scope);
    }

    /** Whether someone who is logged in as one would not notice that he is the other. */
    boolean isAs(StaffMember other) {
        return role == other.role && scope.equals(other.scope) && active == other.active;
    }
}
