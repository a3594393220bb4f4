package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.giftcards.GiftCardCode;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that changed hands: a payment of a sale, or a refund of a return.
 *
 * @param id made by the client
 * @param tender one of {@link Tenders}
 * @param amount above 0, in the currency's places
 * @param giftCard the gift card that pays; of a refund, null for the one that paid; null for other tenders
 */
public record Tendered(
        UUID id, String tender, BigDecimal amount, @Nullable GiftCardCode giftCard) {
    /** Brings the amount into its form. */
    public Tendered {
        amount = Decimals.money(amount, "amount");
        if (giftCard != null && !tender.equals(Tenders.GIFT_CARD)) {
            throw Texts.invalid("Invalid payment: a gift card goes with the tender " + Tenders.GIFT_CARD);
        }
    }

    /** A payment without a gift card. */
    public Tendered(UUID id, String tender, BigDecimal amount) {
        this(id, tender, amount, null);
    }

    /** Whether a gift card pays or is paid back to. */
    public boolean byGiftCard() {
        return tender.equals(Tenders.GIFT_CARD);
    }
}
