package io.storehouse.contracts.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a sale, or a refund of a return.
 *
 * @param id made by the client
 * @param tender {@code cash}, {@code card}, {@code external} or {@code gift_card}
 * @param amount positive, in the currency's places
 * @param giftCard the id (never the code) of the gift card, or null for other tenders and older events
 */
public record Payment(
        String id,
        String tender,
        BigDecimal amount,
        @Nullable String giftCard) {

    /** A payment without a gift card. */
    public Payment(String id, String tender, BigDecimal amount) {
        this(id, tender, amount, null);
    }
}
