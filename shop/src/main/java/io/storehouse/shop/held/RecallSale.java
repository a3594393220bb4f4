package io.storehouse.shop.held;

import io.storehouse.shop.documents.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A held sale to be taken up.
 *
 * @param id made by the client; the recall's identity
 * @param till that takes it up, or null
 * @param by who takes it up; not part of what is asked for
 */
record RecallSale(UUID id, UUID sale, @Nullable String till, String by) {
    /** Checks the parts. */
    RecallSale {
        Texts.atMost(Texts.TILL, till, "till");
    }

    /** What a recall is answered; the cart is read from its row, which stays. */
    record Recalled(UUID id, UUID sale, boolean replayed) {}
}
