package io.storehouse.shop.registers;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shift did: the X report while it is open and the Z report from its closing, by one calculation.
 *
 * @param net gross − discount − returned
 * @param total net + giftCards + taxAdded + rounding = Σ of the tenders' net amounts
 */
record ShiftReport(Shift shift, BigDecimal net, BigDecimal total, List<Tender> tenders, Cash cash) {
    private static final String CASH = "cash";

    /** A tender: sales − refunds = net. */
    record Tender(String tender, BigDecimal sales, BigDecimal refunds, BigDecimal net) {}

    /**
     * The drawer.
     *
     * @param sales what was handed over, before the change
     * @param expected openingFloat + sales − change − refunds + paidIn − paidOut
     * @param counted null while the shift is open
     * @param difference counted − expected; null while the shift is open
     */
    record Cash(
            BigDecimal openingFloat,
            BigDecimal sales,
            BigDecimal change,
            BigDecimal refunds,
            BigDecimal paidIn,
            BigDecimal paidOut,
            BigDecimal expected,
            @Nullable BigDecimal counted,
            @Nullable BigDecimal difference) {

        Cash counted(BigDecimal cash) {
            return new Cash(
                    openingFloat, sales, change, refunds, paidIn, paidOut, expected, cash, cash.subtract(expected));
        }
    }

    static ShiftReport of(Shift shift, List<Shift.Tender> tenders) {
        BigDecimal net = shift.gross().subtract(shift.discount()).subtract(shift.returned());
        return new ShiftReport(
                shift,
                net,
                net.add(shift.giftCards()).add(shift.taxAdded()).add(shift.rounding()),
                tenders.stream()
                        .map(tender -> new Tender(
                                tender.tender(),
                                tender.sales(),
                                tender.refunds(),
                                tender.sales().subtract(tender.refunds())))
                        .toList(),
                cash(shift, tenders));
    }

    /** The same report with the drawer counted. */
    ShiftReport counted(BigDecimal counted) {
        return new ShiftReport(shift, net, total, tenders, cash.counted(counted));
    }

    private static Cash cash(Shift shift, List<Shift.Tender> tenders) {
        Shift.Tender cash = tenders.stream()
                .filter(tender -> tender.tender().equals(CASH))
                .findFirst()
                .orElseGet(() -> new Shift.Tender(CASH, ShiftTables.zero(), ShiftTables.zero(), ShiftTables.zero()));
        BigDecimal change = cash.tendered().subtract(cash.sales());
        BigDecimal expected = shift.openingFloat()
                .add(cash.tendered())
                .subtract(change)
                .subtract(cash.refunds())
                .add(shift.paidIn())
                .subtract(shift.paidOut());
        Cash uncounted = new Cash(
                shift.openingFloat(),
                cash.tendered(),
                change,
                cash.refunds(),
                shift.paidIn(),
                shift.paidOut(),
                expected,
                null,
                null);
        return shift.counted() == null ? uncounted : uncounted.counted(shift.counted());
    }
}
