package io.storehouse.shop.receipts;

import java.util.ArrayList;
import java.util.List;

/** A receipt as rows of text, the same on every paper. */
final class Layout {
    private Layout() {}

    /**
     * One row.
     *
     * @param left may be empty
     * @param right may be empty
     */
    record Row(Style style, String left, String right) {}

    /** How a row looks. */
    enum Style {
        /** In the middle, bold. */
        HEADING,
        /** In the middle. */
        CENTRE,
        /** Left and right. */
        PLAIN,
        /** Left and right, bold. */
        STRONG,
        /** A line across. */
        RULE
    }

    static List<Row> of(Receipt receipt, Words words) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Style.HEADING, receipt.store(), ""));
        rows.add(new Row(Style.CENTRE, words.word(receipt.kind()), ""));
        if (receipt.voided()) {
            rows.add(new Row(Style.HEADING, words.word("void"), ""));
        }
        rows.add(plain(words.word("number"), receipt.number()));
        if (receipt.orderNumber() != null) {
            rows.add(plain(words.word("order"), receipt.orderNumber()));
        }
        if (receipt.till() != null) {
            rows.add(plain(words.word("till"), receipt.till()));
        }
        rows.add(plain(words.word("date"), receipt.date()));
        rows.add(rule());
        receipt.lines().forEach(line -> add(rows, line, words));
        rows.add(rule());
        addTotals(rows, receipt, words);
        addTenders(rows, receipt, words);
        rows.add(rule());
        rows.add(new Row(Style.CENTRE, words.word("thanks"), ""));
        return rows;
    }

    private static void add(List<Row> rows, Receipt.Line line, Words words) {
        rows.add(plain(line.name(), ""));
        rows.add(plain(
                "  " + line.quantity().toPlainString() + " x "
                        + line.unitPrice().toPlainString(),
                line.amount().add(line.discount()).toPlainString()));
        if (line.discount().signum() != 0) {
            rows.add(plain(
                    "  " + words.word("discount"), line.discount().negate().toPlainString()));
        }
    }

    private static void addTotals(List<Row> rows, Receipt receipt, Words words) {
        if (receipt.discount().signum() != 0 || receipt.rounding().signum() != 0 || !receipt.taxIncluded()) {
            rows.add(plain(words.word("subtotal"), receipt.gross().toPlainString()));
        }
        if (receipt.discount().signum() != 0) {
            rows.add(plain(words.word("discount"), receipt.discount().negate().toPlainString()));
        }
        if (!receipt.taxIncluded()) {
            receipt.taxes().forEach(tax -> rows.add(tax("tax", tax, words)));
        }
        if (receipt.rounding().signum() != 0) {
            rows.add(plain(words.word("rounding"), receipt.rounding().toPlainString()));
        }
        rows.add(new Row(
                Style.STRONG,
                words.word(receipt.isReturn() ? "refunded" : "total"),
                receipt.currency() + " " + receipt.payable().toPlainString()));
        if (receipt.taxIncluded()) {
            receipt.taxes().forEach(tax -> rows.add(tax("tax-included", tax, words)));
        }
    }

    private static Row tax(String word, Receipt.Tax tax, Words words) {
        return plain(
                words.word(word) + " " + tax.percent().toPlainString() + "%",
                tax.tax().toPlainString());
    }

    private static void addTenders(List<Row> rows, Receipt receipt, Words words) {
        for (Receipt.Tender tender : receipt.tenders()) {
            rows.add(plain(words.word(tender.tender()), tender.amount().toPlainString()));
            if (tender.tendered() != null) {
                rows.add(plain("  " + words.word("tendered"), tender.tendered().toPlainString()));
            }
        }
        if (receipt.change().signum() != 0) {
            rows.add(
                    new Row(Style.STRONG, words.word("change"), receipt.change().toPlainString()));
        }
    }

    private static Row plain(String left, String right) {
        return new Row(Style.PLAIN, left, right);
    }

    private static Row rule() {
        return new Row(Style.RULE, "", "");
    }
}
