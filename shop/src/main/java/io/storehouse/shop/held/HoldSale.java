package io.storehouse.shop.held;

import io.storehouse.shop.documents.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart to be put aside.
 *
 * @param id made by the client
 * @param till that answers for it
 * @param label for people, or null
 * @param cart JSON as sent
 * @param by who holds it; like the till not part of what is asked for
 */
record HoldSale(
        UUID id, String store, String till, @Nullable String label, String cart, String by) {
    private static final int LONGEST_CART = 256 * 1024;

    /** Checks the parts. */
    HoldSale {
        Texts.atMost(Texts.TILL, till, "till");
        Texts.atMost(Texts.NUMBER, label, "label");
        Texts.atMost(LONGEST_CART, cart, "cart");
    }
}
