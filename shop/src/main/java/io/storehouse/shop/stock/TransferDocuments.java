package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TransferDocuments implements Transfers {
    private final Documents documents;
    private final Dispatches dispatches;
    private final Arrivals arrivals;
    private final Cancellations cancellations;

    TransferDocuments(Documents documents, Dispatches dispatches, Arrivals arrivals, Cancellations cancellations) {
        this.documents = documents;
        this.dispatches = dispatches;
        this.arrivals = arrivals;
        this.cancellations = cancellations;
    }

    @Override
    public StockDocument dispatch(DispatchTransfer transfer) {
        return documents.recordOnce(dispatches, List.of(transfer)).get(0);
    }

    @Override
    public StockDocument receive(ReceiveTransfer arrival) {
        return documents.recordOnce(arrivals, List.of(arrival)).get(0);
    }

    @Override
    public StockDocument cancel(CancelTransfer cancellation) {
        return documents.recordOnce(cancellations, List.of(cancellation)).get(0);
    }
}
