package io.storehouse.shop.receipts;

import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.sales.SaleRecord;
import io.storehouse.shop.sales.SaleRecords;
import io.storehouse.shop.stores.Stores;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Receipts for those who hand them on. Every method joins a running transaction. */
@Component
public class ReceiptPages {
    private static final int RULE = 32;

    private final SaleRecords records;
    private final Stores stores;

    ReceiptPages(SaleRecords records, Stores stores) {
        this.records = records;
        this.stores = stores;
    }

    /**
     * The receipt of the sale with that id.
     *
     * @param language a BCP 47 tag
     * @throws ShopException {@code invalid-receipt-format} for a language that is not known
     */
    public Optional<ReceiptPage> ofSale(UUID id, String language) {
        return records.sale(id).map(record -> page(record, Words.of(language)));
    }

    /** The same of a return. */
    public Optional<ReceiptPage> ofReturn(UUID id, String language) {
        return records.takeback(id).map(record -> page(record, Words.of(language)));
    }

    private ReceiptPage page(SaleRecord record, Words words) {
        Receipt receipt = Receipt.of(record, stores.require(record.store()));
        return new ReceiptPage(
                receipt.number(),
                receipt.store(),
                receipt.currency() + " " + receipt.payable().toPlainString(),
                receipt.date(),
                receipt.voided(),
                Layout.of(receipt, words).stream().map(ReceiptPages::line).collect(Collectors.joining("\n")),
                HtmlReceipt.of(receipt, words));
    }

    private static String line(Layout.Row row) {
        if (row.style() == Layout.Style.RULE) {
            return "-".repeat(RULE);
        }
        String right = row.right().isEmpty() ? "" : "  " + row.right();
        return Printable.of(row.left() + right);
    }
}
