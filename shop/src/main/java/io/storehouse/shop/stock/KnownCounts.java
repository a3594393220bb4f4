package io.storehouse.shop.stock;

import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts that commands name. */
@Component
class KnownCounts {
    private final CountTables tables;
    private final Stores stores;

    KnownCounts(CountTables tables, Stores stores) {
        this.tables = tables;
        this.stores = stores;
    }

    /**
     * The count with that id.
     *
     * @throws ShopException {@code count-not-found}
     */
    Count require(UUID id) {
        return tables.find(id)
                .orElseThrow(() -> new ShopException(
                        StockError.COUNT_NOT_FOUND, "There is no count " + id, Map.of("countId", id.toString())));
    }

    Store store(Count count) {
        return Objects.requireNonNull(stores.require(List.of(count.store())).get(count.store()));
    }

    static ShopException closed(Count count) {
        return new ShopException(
                StockError.COUNT_CLOSED,
                "Cannot change count " + count.id() + ": it is not open",
                Map.of("countId", count.id().toString()));
    }
}
