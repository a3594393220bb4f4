package io.storehouse.stream.live;

/**
 * The key of day and minute figures.
 *
 * @param businessDate {@code yyyy-MM-dd}
 */
public record StoreDay(String store, String businessDate) {

    /** The day on which a document counts. */
    static StoreDay of(SaleDocument document) {
        return new StoreDay(document.store(), document.businessDate());
    }
}
