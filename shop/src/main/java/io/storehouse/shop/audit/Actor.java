package io.storehouse.shop.audit;

/**
 * Who acts.
 *
 * @param who user name, code of a till, or {@code service}
 * @param role in lower case, for example {@code store_manager}
 */
public record Actor(String who, String role) {
    /** Somebody who has not proved who he is. */
    public static final Actor UNKNOWN = new Actor("unknown", "none");
    /** The shop itself, outside any request. */
    public static final Actor SHOP = new Actor("shop", "shop");
}
