package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.giftcards.GiftCardCode;
import io.storehouse.shop.registers.Booking;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that changed hands: a payment of a sale, or a refund of a return.
 *
 * @param id made by the client
 * @param tender one of {@link Tenders}
 * @param amount above 0, in the currency's places; what the sale took
 * @param tendered cash that was handed over, at least the amount: the rest is change; null where nobody said
 * @param giftCard the gift card that pays; of a refund, null for the one that paid; null for other tenders
 */
public record Tendered(
        UUID id,
        String tender,
        BigDecimal amount,
        @Nullable BigDecimal tendered,
        @Nullable GiftCardCode giftCard) {

    /** The tender that is counted and rounded. */
    public static final String CASH = Tenders.CASH;

    /** Brings the amounts into their form. */
    public Tendered {
        amount = Decimals.money(amount, "amount");
        tendered = tendered == null ? null : Decimals.money(tendered, "tendered amount");
        if (giftCard != null && !tender.equals(Tenders.GIFT_CARD)) {
            throw Texts.invalid("Invalid payment: a gift card goes with the tender " + Tenders.GIFT_CARD);
        }
    }

    /** Money of which only what counts is known. */
    public Tendered(UUID id, String tender, BigDecimal amount) {
        this(id, tender, amount, null, null);
    }

    static List<Booking.Amount> amounts(List<Tendered> payments) {
        return payments.stream()
                .map(payment -> new Booking.Amount(payment.tender(), payment.amount(), payment.handedOver()))
                .toList();
    }

    boolean isCash() {
        return tender.equals(CASH);
    }

    /** What was handed over: the amount where nothing else was said. */
    BigDecimal handedOver() {
        return tendered == null ? amount : tendered;
    }

    /** Whether a gift card pays or is paid back to. */
    boolean byGiftCard() {
        return tender.equals(Tenders.GIFT_CARD);
    }
}
