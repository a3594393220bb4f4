package io.storehouse.shop.sales;

import io.storehouse.shop.registers.ShiftBook;
import io.storehouse.shop.stores.StoreUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SalesOfStores implements StoreUse {
    private final JdbcClient jdbc;
    private final ShiftBook shifts;

    SalesOfStores(JdbcClient jdbc, ShiftBook shifts) {
        this.jdbc = jdbc;
        this.shifts = shifts;
    }

    @Override
    public boolean hasAmounts(int storeId) {
        return shifts.hasShifts(storeId)
                || jdbc.sql("""
                select exists(select 1 from sale_order where store_id = :store)
                    or exists(select 1 from sale_return where store_id = :store)
                """).param("store", storeId).query(Boolean.class).single();
    }
}
