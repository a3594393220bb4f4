package io.storehouse.shop.stock;

import io.storehouse.shop.documents.DocumentKind;

/** What all stock documents answer. */
interface StockDocumentKind<C> extends DocumentKind<C, Dated<C>, StockDocument> {
    /** The number of the document in the answer. */
    String reference(Dated<C> document);

    @Override
    default Class<StockDocument> responseType() {
        return StockDocument.class;
    }

    @Override
    default StockDocument replayed(StockDocument first) {
        return StockPosting.replayed(first);
    }

    @Override
    default StockDocument response(Dated<C> document) {
        return new StockDocument(
                id(document.command()),
                reference(document),
                document.store().code(),
                document.businessTime().date(),
                document.recordedAt(),
                false);
    }
}
