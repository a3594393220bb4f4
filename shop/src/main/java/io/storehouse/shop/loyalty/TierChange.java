package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's tier changes, or is kept for another period.
 *
 * @param account before
 * @param tier after, or null for none
 * @param until the last date of it, or null with none
 * @param spend what decided, or null
 */
record TierChange(
        Account account,
        @Nullable String tier,
        @Nullable LocalDate until,
        @Nullable BigDecimal spend,
        Reason reason,
        LocalDate businessDate) {

    /** Why. */
    enum Reason {
        /** Spending reached it. */
        REACHED,
        /** Its period ended, and spending still reaches it. */
        RENEWED,
        /** Its period ended, and spending reaches less. */
        LAPSED,
        /** The member turned out to be another one, who had it. */
        MERGED
    }

    /** What the spending makes of the account on that date; a tier is never lowered before its period ends. */
    static @Nullable TierChange of(Account account, BigDecimal spend, LocalDate date, Programme programme) {
        String reached = programme.reached(spend);
        boolean running = account.tierOn(date) != null && programme.rank(account.tier()) >= 0;
        if (running && programme.rank(reached) <= programme.rank(account.tier())) {
            return null;
        }
        if (reached == null && account.tier() == null) {
            return null;
        }
        Reason reason = Reason.REACHED;
        if (!running && account.tier() != null) {
            int change = Integer.compare(programme.rank(reached), programme.rank(account.tier()));
            reason = change == 0 ? Reason.RENEWED : change < 0 ? Reason.LAPSED : Reason.REACHED;
        }
        LocalDate until = reached == null ? null : date.plusMonths(programme.tierMonths());
        return new TierChange(account, reached, until, spend, reason, date);
    }
}
