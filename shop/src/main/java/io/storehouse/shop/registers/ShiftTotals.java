package io.storehouse.shop.registers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What documents add to one shift. */
final class ShiftTotals {
    private final long shift;
    private final SortedMap<String, BigDecimal[]> tenders = new TreeMap<>();
    private int orders;
    private int returns;
    private BigDecimal gross = ShiftTables.zero();
    private BigDecimal discount = ShiftTables.zero();
    private BigDecimal returned = ShiftTables.zero();
    private BigDecimal giftCards = ShiftTables.zero();
    private BigDecimal taxAdded = ShiftTables.zero();
    private BigDecimal rounding = ShiftTables.zero();

    private ShiftTotals(long shift) {
        this.shift = shift;
    }

    /** The totals of all bookings, by shift. */
    static List<ShiftTables.ShiftGrowth> of(List<Booking> bookings) {
        SortedMap<Long, ShiftTotals> totals = new TreeMap<>();
        bookings.forEach(booking ->
                totals.computeIfAbsent(booking.shift(), ShiftTotals::new).add(booking));
        return totals.values().stream().map(ShiftTotals::growth).toList();
    }

    private void add(Booking booking) {
        switch (booking.kind()) {
            case SALE -> {
                orders++;
                gross = gross.add(booking.gross());
                discount = discount.add(booking.discount());
                giftCards = giftCards.add(booking.giftCards());
                taxAdded = taxAdded.add(booking.taxAdded());
                rounding = rounding.add(booking.rounding());
            }
            case RETURN -> {
                returns++;
                returned = returned.add(booking.gross()).subtract(booking.discount());
                giftCards = giftCards.subtract(booking.giftCards());
                taxAdded = taxAdded.subtract(booking.taxAdded());
                rounding = rounding.subtract(booking.rounding());
            }
        }
        booking.amounts().forEach(amount -> add(booking.kind(), amount));
    }

    private void add(Booking.Kind kind, Booking.Amount amount) {
        BigDecimal[] sums = tenders.computeIfAbsent(amount.tender(), tender ->
                new BigDecimal[] {ShiftTables.zero(), ShiftTables.zero(), ShiftTables.zero()});
        switch (kind) {
            case SALE -> {
                sums[0] = sums[0].add(amount.amount());
                sums[1] = sums[1].add(amount.tendered());
            }
            case RETURN -> sums[2] = sums[2].add(amount.amount());
        }
    }

    private ShiftTables.ShiftGrowth growth() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        tenders.forEach((tender, sums) -> rows.add(new @Nullable Object[] {shift, tender, sums[0], sums[1], sums[2]}));
        return new ShiftTables.ShiftGrowth(
                shift,
                new @Nullable Object[] {orders, gross, discount, returns, returned, giftCards, taxAdded, rounding, shift
                },
                rows);
    }
}
