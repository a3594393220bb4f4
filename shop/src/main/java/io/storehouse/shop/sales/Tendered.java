package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.registers.Booking;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that changed hands: a payment of a sale, or a refund of a return.
 *
 * @param id made by the client
 * @param tender {@code cash}, {@code card} or {@code external}
 * @param amount above 0, in the currency's places; what the sale took
 * @param tendered cash that was handed over, at least the amount: the rest is change; null where nobody said
 */
public record Tendered(
        UUID id, String tender, BigDecimal amount, @Nullable BigDecimal tendered) {
    /** The tender that is counted and rounded. */
    public static final String CASH = "cash";

    /** Brings the amounts into their form. */
    public Tendered {
        amount = Decimals.money(amount, "amount");
        tendered = tendered == null ? null : Decimals.money(tendered, "tendered amount");
    }

    /** Money of which only what counts is known. */
    public Tendered(UUID id, String tender, BigDecimal amount) {
        this(id, tender, amount, null);
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
}
