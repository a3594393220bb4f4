package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StockDocuments implements Stock {
    private final Documents documents;
    private final Receipts receipts;
    private final Adjustments adjustments;
    private final Reservations reservations;

    StockDocuments(Documents documents, Receipts receipts, Adjustments adjustments, Reservations reservations) {
        this.reservations = reservations;
        this.documents = documents;
        this.receipts = receipts;
        this.adjustments = adjustments;
    }

    @Override
    public List<StockDocument> receive(List<ReceiveStock> commands) {
        return documents.recordOnce(receipts, commands);
    }

    @Override
    public List<StockDocument> adjust(List<AdjustStock> commands) {
        return documents.recordOnce(adjustments, commands);
    }

    @Override
    public List<ReservedStock> reserve(List<ReserveStock> commands) {
        return documents.recordOnce(reservations, commands);
    }
}
