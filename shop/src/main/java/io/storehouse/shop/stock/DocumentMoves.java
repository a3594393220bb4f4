package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one document moves in one store.
 *
 * @param documentId the document's surrogate key
 * @param kind {@code sale}, {@code return}, {@code receipt} or {@code adjustment}
 * @param quantities signed, one sum a SKU
 */
public record DocumentMoves(long documentId, int storeId, String kind, SortedMap<String, BigDecimal> quantities) {

    /** A document that moves nothing yet. */
    public static DocumentMoves of(long documentId, int storeId, String kind) {
        return new DocumentMoves(documentId, storeId, kind, new TreeMap<>());
    }

    /** Adds a signed quantity to the SKU's sum. */
    public void add(String sku, BigDecimal quantity) {
        quantities.merge(sku, quantity, BigDecimal::add);
    }
}
