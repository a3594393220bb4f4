package io.storehouse.shop.receipts;

import io.storehouse.shop.printing.Paper;
import io.storehouse.shop.printing.Row;
import io.storehouse.shop.printing.Words;
import java.util.ArrayList;
import java.util.List;

/** A receipt as rows of text, the same on every paper. */
final class Layout {
    private Layout() {}

    static Paper paper(Receipt receipt, Words words) {
        return new Paper(
                words.tag(),
                words.word(receipt.kind()) + " " + receipt.number(),
                of(receipt, words),
                receipt.movesCash());
    }

    private static List<Row> of(Receipt receipt, Words words) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.heading(receipt.store()));
        rows.add(Row.centre(words.word(receipt.kind())));
        if (receipt.voided()) {
            rows.add(Row.heading(words.word("void")));
        }
        rows.add(Row.plain(words.word("number"), receipt.number()));
        if (receipt.orderNumber() != null) {
            rows.add(Row.plain(words.word("order"), receipt.orderNumber()));
        }
        if (receipt.till() != null) {
            rows.add(Row.plain(words.word("till"), receipt.till()));
        }
        rows.add(Row.plain(words.word("date"), receipt.date()));
        rows.add(Row.rule());
        receipt.lines().forEach(line -> add(rows, line, words));
        rows.add(Row.rule());
        addTotals(rows, receipt, words);
        addTenders(rows, receipt, words);
        rows.add(Row.rule());
        rows.add(Row.centre(words.word("thanks")));
        return rows;
    }

    private static void add(List<Row> rows, Receipt.Line line, Words words) {
        rows.add(Row.plain(line.name(), ""));
        rows.add(Row.plain(
                "  " + line.quantity().toPlainString() + " x "
                        + line.unitPrice().toPlainString(),
                line.amount().add(line.discount()).toPlainString()));
        if (line.discount().signum() != 0) {
            rows.add(Row.plain(
                    "  " + words.word("discount"), line.discount().negate().toPlainString()));
        }
    }

    private static void addTotals(List<Row> rows, Receipt receipt, Words words) {
        if (receipt.discount().signum() != 0 || receipt.rounding().signum() != 0 || !receipt.taxIncluded()) {
            rows.add(Row.plain(words.word("subtotal"), receipt.gross().toPlainString()));
        }
        if (receipt.discount().signum() != 0) {
            rows.add(Row.plain(
                    words.word("discount"), receipt.discount().negate().toPlainString()));
        }
        if (!receipt.taxIncluded()) {
            receipt.taxes().forEach(tax -> rows.add(tax("tax", tax, words)));
        }
        if (receipt.rounding().signum() != 0) {
            rows.add(Row.plain(words.word("rounding"), receipt.rounding().toPlainString()));
        }
        rows.add(Row.strong(
                words.word(receipt.isReturn() ? "refunded" : "total"),
                receipt.currency() + " " + receipt.payable().toPlainString()));
        if (receipt.taxIncluded()) {
            receipt.taxes().forEach(tax -> rows.add(tax("tax-included", tax, words)));
        }
    }

    private static Row tax(String word, Receipt.Tax tax, Words words) {
        return Row.plain(
                words.word(word) + " " + tax.percent().toPlainString() + "%",
                tax.tax().toPlainString());
    }

    private static void addTenders(List<Row> rows, Receipt receipt, Words words) {
        for (Receipt.Tender tender : receipt.tenders()) {
            rows.add(Row.plain(words.word(tender.tender()), tender.amount().toPlainString()));
            if (tender.tendered() != null) {
                rows.add(Row.plain(
                        "  " + words.word("tendered"), tender.tendered().toPlainString()));
            }
        }
        if (receipt.change().signum() != 0) {
            rows.add(Row.strong(words.word("change"), receipt.change().toPlainString()));
        }
    }
}
