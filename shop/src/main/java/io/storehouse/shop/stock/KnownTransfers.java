package io.storehouse.shop.stock;

import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Transfers and stores that commands name. */
@Component
class KnownTransfers {
    private final TransferTables tables;
    private final Stores stores;

    KnownTransfers(TransferTables tables, Stores stores) {
        this.tables = tables;
        this.stores = stores;
    }

    /**
     * The transfer with that id.
     *
     * @throws ShopException {@code unknown-transfer}
     */
    Transfer require(UUID id) {
        Transfer transfer = tables.find(List.of(id)).get(id);
        if (transfer == null) {
            throw new ShopException(
                    StockError.UNKNOWN_TRANSFER, "Unknown transfer: " + id, Map.of("transferId", id.toString()));
        }
        return transfer;
    }

    Store store(String code) {
        return Objects.requireNonNull(stores.require(List.of(code)).get(code));
    }
}
