package io.storehouse.shop.giftcards;

import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gift cards in the transactions of sales and returns. Every method needs a running transaction, does nothing for an empty list,
 * and else takes a number of statements that is fixed. Balances change by one guarded update each, in sorted order.
 */
public interface GiftCards {
    /**
     * Pays with cards.
     *
     * @return the cards' ids by payment
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-gift-card}, {@code gift-card-currency-differs}, {@code
     *     gift-card-exhausted}
     */
    Map<UUID, UUID> pay(List<Payment> payments);

    /**
     * Puts refunds back on the cards that paid.
     *
     * @return the cards' ids by refund
     * @throws io.storehouse.shop.problems.ShopException {@code invalid-gift-card} where no card is named and not exactly one
     *     paid, {@code unknown-gift-card}, {@code gift-card-refund-exceeds-payment}
     */
    Map<UUID, UUID> refund(List<Refund> refunds);

    /** What each card paid of an order, in the order of the cards. */
    List<Paid> paid(UUID order);

    /** Issues cards that orders sold; a card's id is its line's. */
    void sell(List<Sold> cards);

    /**
     * Empties the cards that these lines sold, if any did.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code gift-card-spent} when a card has been used, {@code
     *     invalid-gift-card} for a part of one
     */
    void takeBack(List<TakenBack> lines);

    /** An order's payment by a card. */
    record Payment(UUID id, UUID order, GiftCardCode code, Store store, BigDecimal amount, Instant at) {}

    /**
     * A return's refund to a card.
     *
     * @param code null for the one card that paid
     */
    record Refund(
            UUID id, UUID order, UUID takeback, @Nullable GiftCardCode code, BigDecimal amount, Instant at) {}

    /** What a card paid of an order. */
    record Paid(GiftCardCode code, BigDecimal amount) {}

    /** A card that an order's line sells; the face value is above 0, in the currency's places. */
    record Sold(UUID line, UUID order, int lineNo, GiftCardCode code, Store store, BigDecimal face, Instant at) {}

    /** A line of an order that comes back. */
    record TakenBack(UUID order, int lineNo, UUID takeback, BigDecimal quantity, Instant at) {}
}
