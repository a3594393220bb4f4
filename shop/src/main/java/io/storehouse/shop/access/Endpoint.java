package io.storehouse.shop.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;

/**
 * An endpoint and who may call it.
 *
 * @param method null for any
 * @param pattern as the controller writes it
 */
record Endpoint(@Nullable HttpMethod method, String pattern, Permission permission, Reach reach) {

    /** What a request touches, and so what a caller of some stores only is refused. */
    enum Reach {
        /** Nothing that belongs to a store. */
        CHAIN,
        /** What belongs to all stores together: only for callers of all stores. */
        EVERY_STORE,
        /** A store that it names in its path, parameters or body: refused by the endpoint if it is another's. */
        STORE,
        /** A store's document that it names in its path: refused by the endpoint if it is another store's. */
        DOCUMENT,
        /** Rows of all stores: the endpoint answers those of the caller's stores only. */
        LIST
    }

    boolean isOpen() {
        return permission == Permission.COME_IN;
    }

    boolean admits(@Nullable Authentication who) {
        return who != null
                && who.getPrincipal() instanceof Caller caller
                && caller.may(permission)
                && (reach != Reach.EVERY_STORE || caller.scope().isEverywhere());
    }
}
