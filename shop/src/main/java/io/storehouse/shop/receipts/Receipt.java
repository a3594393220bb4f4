package io.storehouse.shop.receipts;

import io.storehouse.shop.printing.Paper;
import io.storehouse.shop.sales.SaleRecord;
import io.storehouse.shop.sales.Tendered;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is printed of a sale or a return. Amounts are as short as the currency's places allow, and positive for both.
 *
 * @param kind {@code sale} or {@code return}
 * @param orderNumber of the sale that a return undoes
 * @param date local time of the store, {@code yyyy-MM-dd HH:mm}
 * @param gross Σ quantity × unit price
 * @param taxes by rate; the amounts include them, or they come on top
 * @param taxAdded what comes on top
 * @param rounding payable − (gross − discount + taxAdded)
 * @param change of all payments
 * @param voided whether the sale was voided, or the return voids one
 */
record Receipt(
        String kind,
        UUID id,
        String number,
        @Nullable String orderNumber,
        String store,
        String storeCode,
        @Nullable String till,
        String date,
        LocalDate businessDate,
        String currency,
        List<Line> lines,
        BigDecimal gross,
        BigDecimal discount,
        List<Tax> taxes,
        BigDecimal taxAdded,
        BigDecimal rounding,
        BigDecimal payable,
        List<Tender> tenders,
        BigDecimal change,
        boolean voided) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** One line; its amount is net of the discount. */
    record Line(
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount) {}

    /**
     * The tax of one rate.
     *
     * @param percent the rate
     * @param amount of the lines at that rate
     * @param tax of these lines
     */
    record Tax(BigDecimal percent, BigDecimal amount, BigDecimal tax) {
        Tax and(Tax other) {
            return new Tax(percent, amount.add(other.amount), tax.add(other.tax));
        }
    }

    /**
     * One payment or refund.
     *
     * @param tendered what was handed over; null where nobody said
     */
    record Tender(
            String tender, BigDecimal amount, @Nullable BigDecimal tendered) {}

    static Receipt of(SaleRecord record, Store store) {
        int places = Math.max(0, Currency.getInstance(record.currency()).getDefaultFractionDigits());
        return new Receipt(
                record.kind().name().toLowerCase(Locale.ROOT),
                record.id(),
                record.number(),
                record.orderNumber(),
                store.name(),
                store.code(),
                record.till(),
                DATE.format(record.occurredAt().atZone(store.timeZone())),
                record.businessDate(),
                record.currency(),
                record.lines().stream()
                        .map(line -> new Line(
                                line.sku(),
                                line.name(),
                                Paper.shortest(line.quantity(), 0),
                                Paper.shortest(line.unitPrice(), places),
                                Paper.shortest(line.discount(), places),
                                Paper.shortest(line.amount(), places)))
                        .toList(),
                Paper.shortest(record.gross(), places),
                Paper.shortest(record.discount(), places),
                taxes(record, places),
                Paper.shortest(record.taxAdded(), places),
                Paper.shortest(record.rounding(), places),
                Paper.shortest(record.payable(), places),
                record.money().stream()
                        .map(money -> new Tender(
                                money.tender(),
                                Paper.shortest(money.amount(), places),
                                money.tendered() == null ? null : Paper.shortest(money.tendered(), places)))
                        .toList(),
                Paper.shortest(change(record.money()), places),
                record.voided());
    }

    private static List<Tax> taxes(SaleRecord record, int places) {
        SortedMap<BigDecimal, Tax> taxes = new TreeMap<>();
        for (SaleRecord.Line line : record.lines()) {
            BigDecimal percent = line.tax().percent();
            if (percent != null) {
                taxes.merge(percent, new Tax(percent, line.amount(), line.tax().tax()), Tax::and);
            }
        }
        return taxes.values().stream()
                .map(tax -> new Tax(
                        Paper.shortest(tax.percent(), 0),
                        Paper.shortest(tax.amount(), places),
                        Paper.shortest(tax.tax(), places)))
                .toList();
    }

    boolean taxIncluded() {
        return taxAdded.signum() == 0;
    }

    boolean isReturn() {
        return kind.equals("return");
    }

    /** Whether the drawer has to open for it. */
    boolean movesCash() {
        return tenders.stream().anyMatch(tender -> tender.tender().equals(Tendered.CASH));
    }

    private static BigDecimal change(List<Tendered> money) {
        return money.stream()
                .filter(payment -> payment.tendered() != null)
                .map(payment -> payment.tendered().subtract(payment.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
