package io.storehouse.shop.flashsale;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was won in flash sales, for those who sell it. */
public interface FlashClaims {
    /**
     * Marks those of the orders' reservations that are claims as paid, in the running transaction; other reservations are let
     * be. An order that was taken offline goes on whatever its claim is, without what is another's.
     *
     * @return the orders whose reservation is a claim that they do not pay
     * @throws io.storehouse.shop.problems.ShopException {@code flash-claim-not-payable} when it is another buyer's, is not won any
     *     more, or the order is not at its price
     */
    Set<UUID> pay(List<Payment> payments);

    /**
     * An order that consumes a reservation.
     *
     * @param customer the order's, or null
     * @param rules that made its lines cheaper, by the names in the trail
     */
    record Payment(UUID reservation, UUID order, @Nullable String customer, Set<String> rules, boolean offline) {}
}
