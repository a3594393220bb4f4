package io.storehouse.shop.registers;

import io.storehouse.shop.printing.Paper;
import io.storehouse.shop.printing.Row;
import io.storehouse.shop.printing.Words;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An X or Z report on paper. What lessens a sum has a minus, so that each block adds up as it is read: sales to the total, the
 * tenders to the total too, the drawer to what is expected in it.
 */
final class ReportLayout {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ShiftReport report;
    private final Shift shift;
    private final Store store;
    private final Words words;
    private final int places;
    private final List<Row> rows = new ArrayList<>();

    private ReportLayout(ShiftReport report, Store store, Words words) {
        this.report = report;
        this.shift = report.shift();
        this.store = store;
        this.words = words;
        this.places = Math.max(0, Currency.getInstance(shift.currency()).getDefaultFractionDigits());
    }

    static Paper paper(ShiftReport report, Store store, Words words) {
        ReportLayout layout = new ReportLayout(report, store, words);
        String title = words.word(layout.shift.isOpen() ? "x" : "z");
        layout.head(title);
        layout.sales();
        layout.tenders();
        layout.drawer();
        return new Paper(words.tag(), title + " " + layout.shift.register(), layout.rows, false);
    }

    private void head(String title) {
        rows.add(Row.heading(store.name()));
        rows.add(Row.centre(title));
        if (shift.kind() == ShiftKind.RESCUE) {
            rows.add(Row.centre(words.word("rescue")));
        }
        plain("register", shift.register());
        plain("business-date", shift.businessDate().toString());
        moment("opened", shift.openedAt(), shift.openedBy());
        if (shift.closedAt() != null && shift.closedBy() != null) {
            moment("closed", shift.closedAt(), shift.closedBy());
        }
        rows.add(Row.rule());
    }

    private void moment(String word, Instant at, String who) {
        plain(word, TIME.format(at.atZone(store.timeZone())));
        rows.add(Row.plain("  " + words.word("by"), who));
    }

    private void sales() {
        rows.add(Row.plain(words.word("sales") + " x " + shift.orders(), amount(shift.gross())));
        plain("discounts", less(shift.discount()));
        rows.add(Row.plain(words.word("returns") + " x " + shift.returns(), less(shift.returned())));
        strong("net", amount(report.net()));
        if (shift.giftCards().signum() != 0) {
            plain("gift-cards-sold", amount(shift.giftCards()));
        }
        if (shift.taxAdded().signum() != 0) {
            plain("tax-added", amount(shift.taxAdded()));
        }
        if (shift.rounding().signum() != 0) {
            plain("rounding", amount(shift.rounding()));
        }
        strong("total", shift.currency() + " " + amount(report.total()));
        rows.add(Row.rule());
    }

    private void tenders() {
        for (ShiftReport.Tender tender : report.tenders()) {
            plain(tender.tender(), amount(tender.net()));
            if (tender.refunds().signum() != 0) {
                rows.add(Row.plain("  " + words.word("taken"), amount(tender.sales())));
                rows.add(Row.plain("  " + words.word("refunded"), less(tender.refunds())));
            }
        }
        if (!report.tenders().isEmpty()) {
            rows.add(Row.rule());
        }
    }

    private void drawer() {
        ShiftReport.Cash cash = report.cash();
        rows.add(Row.centre(words.word("drawer")));
        plain("float", amount(cash.openingFloat()));
        plain("handed-over", amount(cash.sales()));
        plain("change", less(cash.change()));
        plain("refunds", less(cash.refunds()));
        plain("paid-in", amount(cash.paidIn()));
        plain("paid-out", less(cash.paidOut()));
        strong("expected", amount(cash.expected()));
        if (cash.counted() != null && cash.difference() != null) {
            plain("counted", amount(cash.counted()));
            strong("difference", amount(cash.difference()));
        }
    }

    private void plain(String word, String right) {
        rows.add(Row.plain(words.word(word), right));
    }

    private void strong(String word, String right) {
        rows.add(Row.strong(words.word(word), right));
    }

    private String amount(BigDecimal amount) {
        return Paper.shortest(amount, places).toPlainString();
    }

    private String less(BigDecimal amount) {
        return amount(amount.negate());
    }
}
