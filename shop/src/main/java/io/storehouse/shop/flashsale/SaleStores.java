package io.storehouse.shop.flashsale;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** In which stores sales are; that never changes, so each is read once. */
@Component
class SaleStores {
    private final FlashSales sales;
    private final Map<UUID, String> known = new ConcurrentHashMap<>();

    SaleStores(FlashSales sales) {
        this.sales = sales;
    }

    /**
     * The code of the sale's store.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code flash-sale-not-found}
     */
    String storeOf(UUID sale) {
        return known.computeIfAbsent(sale, id -> sales.require(id).store());
    }
}
