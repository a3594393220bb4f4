package io.storehouse.shop.stock;

import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.Map;

/**
 * A receipt or adjustment that was checked, with what the shop decides about it.
 *
 * @param <C> the command
 * @param key the surrogate key
 * @param products those of its lines, by SKU
 */
record Dated<C>(
        long key,
        C command,
        Store store,
        BusinessTime businessTime,
        Instant recordedAt,
        Instant occurredAt,
        Map<String, Product> products) {

    /** Moves of the document in its store, none yet. */
    DocumentMoves moves(String kind) {
        return moves(kind, store);
    }

    /** Moves of the document in another store. */
    DocumentMoves moves(String kind, Store where) {
        return DocumentMoves.of(key, where.id(), kind)
                .at(occurredAt, where.businessTimeOf(occurredAt).date());
    }
}
