package io.storehouse.shop.purchasing;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order without its lines; the key and the store's id are for tables only. */
record OrderHead(
        long key,
        UUID id,
        String number,
        String supplier,
        String store,
        int storeId,
        OrderState state,
        long version,
        BigDecimal overPercent,
        @Nullable LocalDate expectedOn,
        String createdBy,
        Instant createdAt) {

    ShopException changed(String what) {
        return new ShopException(
                PurchasingError.PURCHASE_ORDER_CHANGED,
                "Cannot " + what + " " + number + ": it is " + state.code() + " in version " + version,
                Map.of("order", id.toString(), "state", state.code(), "version", version));
    }
}
