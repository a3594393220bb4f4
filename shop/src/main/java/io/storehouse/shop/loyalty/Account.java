package io.storehouse.shop.loyalty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's account.
 *
 * @param customer the code after merges
 * @param balance in points; below 0 is a debt
 * @param version of the newest move
 * @param closed merged into another
 * @param memberSince the business date of the first points
 * @param tier or null
 * @param tierUntil the last date of the tier, or null
 * @param tierVersion of the newest change of tier
 */
public record Account(
        String customer,
        long balance,
        long version,
        boolean closed,
        LocalDate memberSince,
        @Nullable String tier,
        @Nullable LocalDate tierUntil,
        int tierVersion) {

    /** The account after a move of that many points. */
    Account plus(long points) {
        return new Account(
                customer,
                Math.addExact(balance, points),
                version + 1,
                closed,
                memberSince,
                tier,
                tierUntil,
                tierVersion);
    }

    /** The tier that counts on that date, or null. */
    @Nullable
    String tierOn(LocalDate date) {
        return tierUntil == null || date.isAfter(tierUntil) ? null : tier;
    }
}
