package io.storehouse.shop.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an account's credits: everything that was ever taken went out of the credits that expire first. It follows from
 * the ledger alone; no table of lots can disagree with it.
 *
 * @param left in order of expiry
 */
record Lots(List<Lot> left) {
    /** Beyond every date. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * Points that expire together.
     *
     * @param expiresOn the first date on which they are gone, or null for never
     */
    record Lot(long points, @Nullable LocalDate expiresOn) {
        LocalDate last() {
            return expiresOn == null ? NEVER : expiresOn;
        }
    }

    /** The lots of one account's entries. */
    static Lots of(List<PointsLedger.Entry> entries) {
        long taken = 0;
        List<Move> credits = new ArrayList<>();
        for (PointsLedger.Entry entry : entries) {
            Move move = entry.move();
            if (move.points() > 0) {
                credits.add(move);
            }
            taken -= Math.min(0, move.points());
        }
        credits.sort(Comparator.comparing(move -> move.expiresOn() == null ? NEVER : move.expiresOn()));
        List<Lot> left = new ArrayList<>();
        for (Move credit : credits) {
            long used = Math.min(taken, credit.points());
            taken -= used;
            if (used < credit.points()) {
                left.add(new Lot(credit.points() - used, credit.expiresOn()));
            }
        }
        return new Lots(left);
    }

    /** Points that are gone on that date. */
    long expired(LocalDate date) {
        return left.stream()
                .filter(lot -> !lot.last().isAfter(date))
                .mapToLong(Lot::points)
                .sum();
    }

    /** The first date after that one on which points expire. */
    LocalDate next(LocalDate date) {
        return left.stream()
                .map(Lot::last)
                .filter(last -> last.isAfter(date))
                .findFirst()
                .orElse(NEVER);
    }
}
