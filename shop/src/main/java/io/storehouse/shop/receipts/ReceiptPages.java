package io.storehouse.shop.receipts;

import io.storehouse.shop.printing.Paper;
import io.storehouse.shop.printing.Words;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.sales.SaleRecord;
import io.storehouse.shop.sales.SaleRecords;
import io.storehouse.shop.stores.Stores;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Receipts for those who hand them on. Every method joins a running transaction. */
@Component
public class ReceiptPages {
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
        return records.sale(id).map(record -> page(record, ReceiptWords.of(language)));
    }

    /** The same of a return. */
    public Optional<ReceiptPage> ofReturn(UUID id, String language) {
        return records.takeback(id).map(record -> page(record, ReceiptWords.of(language)));
    }

    private ReceiptPage page(SaleRecord record, Words words) {
        Receipt receipt = Receipt.of(record, stores.require(record.store()));
        Paper paper = Layout.paper(receipt, words);
        return new ReceiptPage(
                receipt.number(),
                receipt.store(),
                receipt.currency() + " " + receipt.payable().toPlainString(),
                receipt.date(),
                receipt.voided(),
                paper.text(),
                paper.html());
    }
}
