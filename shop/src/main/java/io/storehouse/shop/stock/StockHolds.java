package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Goods that another feature keeps for its buyers: held as a whole, then passed on in parts, each an ordinary reservation that an
 * order consumes. Passing on and taking back change no balance. Neither the clock nor an order ends a hold, and the clock does not
 * end its parts: who holds them does. Every method joins the running transaction.
 */
public interface StockHolds {
    /**
     * Holds goods of a store.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-stock}, {@code unknown-sku}, {@code unknown-store}
     */
    void hold(Hold hold);

    /**
     * Turns parts of holds into reservations, with a number of statements that does not depend on how many they are.
     *
     * @throws IllegalStateException when a hold has ended or has less left
     */
    void pass(List<Part> parts);

    /** Those of the ids that stand for reservations: no part can be passed on under one of them. */
    Set<UUID> taken(Collection<UUID> reservations);

    /**
     * Ends those of the reservations that are still open. What they hold goes back to the hold, or to the store where that has
     * ended.
     *
     * @return those that went back to their hold
     */
    Set<UUID> takeBack(Collection<UUID> reservations);

    /** Gives what is left of a hold back to the store; nothing happens to one that has ended. */
    void release(UUID hold);

    /** One SKU of a store; quantity above 0. */
    record Hold(UUID id, String reference, String store, String sku, BigDecimal quantity) {
        /** Brings the parts into their form. */
        public Hold {
            Texts.atMost(Texts.NUMBER, reference, "reference");
            quantity = Decimals.quantity(quantity, "quantity");
        }
    }

    /**
     * A part of a hold.
     *
     * @param reservation the id of the reservation that it becomes
     * @param expiresAt until when it was promised
     */
    record Part(UUID hold, UUID reservation, BigDecimal quantity, Instant expiresAt) {}
}
