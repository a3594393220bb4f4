package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** An order's points, and what of them was taken back; it remembers what this transaction takes. */
final class Clawed {
    private final Move earn;
    private final BigDecimal bought;
    private final Set<UUID> documents = new HashSet<>();
    private BigDecimal returned = BigDecimal.ZERO;
    private long taken;

    private Clawed(Move earn) {
        this.earn = earn;
        this.bought = Objects.requireNonNull(earn.amount(), "Points of a sale have its amount");
    }

    /**
     * An order as its returns left it.
     *
     * @param earn the entry of the sale
     * @param before the entries of its returns
     */
    static Clawed of(Move earn, List<PointsLedger.Entry> before) {
        Clawed order = new Clawed(earn);
        for (PointsLedger.Entry entry : before) {
            order.documents.add(entry.move().document());
            order.returned =
                    order.returned.add(Objects.requireNonNull(entry.move().amount()));
            order.taken -= entry.move().points();
        }
        return order;
    }

    Move earn() {
        return earn;
    }

    /** The returns that were counted. */
    Set<UUID> documents() {
        return documents;
    }

    /**
     * The points to take for a further return: those earned, less what the amount kept would have earned (points × kept ÷ bought,
     * rounded down), less what was taken before. So all returns together take what one return of everything would.
     */
    long claw(BigDecimal amount) {
        returned = returned.add(amount);
        BigDecimal kept = bought.subtract(returned).max(BigDecimal.ZERO);
        long left = BigDecimal.valueOf(earn.points())
                .multiply(kept)
                .divide(bought, 0, RoundingMode.DOWN)
                .longValueExact();
        long points = Math.max(0, earn.points() - left - taken);
        taken += points;
        return points;
    }
}
