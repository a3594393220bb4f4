package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the stock report over HTTP, of 100,000 SKUs in 20 stores; run by {@code bench/stock-report}, not by the suite. */
@ShopTest
class StockReportBench {
    private static final int STORES = 20;
    private static final int SKUS = 100_000;
    private static final int PAGES = 1_000;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void pagesOfTheReport() {
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        List<String> stores = new ArrayList<>();
        for (int i = 0; i < STORES; i++) {
            String store = "Store " + UUID.randomUUID();
            shop.store(store);
            stores.add(store);
            jdbc.sql("""
                    insert into stock_balance (
                        store_id, sku, on_hand, reserved, incoming, version, value, cost_value, cost_quantity)
                    select s.id, concat('SKU', lpad(n.seq, 6, '0')), n.seq % 50, n.seq % 3, n.seq % 7, 1,
                        (n.seq % 50) * 1.25, 125, 100
                    from store s, seq_1_to_100000 n where s.code = :store
                    """).param("store", store).update();
        }
        Random random = new Random(1);
        List<Long> micros = new ArrayList<>();
        for (int page = -PAGES / 10; page < PAGES; page++) {
            String path = "/api/v1/stock/report?limit=100&store="
                    + ShopHttp.encode(stores.get(random.nextInt(STORES)))
                    + "&after=SKU"
                    + String.format("%06d", random.nextInt(SKUS - 100));
            long began = System.nanoTime();
            assertThat(shop.get(path).body().size()).isEqualTo(100);
            if (page >= 0) {
                micros.add((System.nanoTime() - began) / 1_000);
            }
        }
        Collections.sort(micros);
        System.out.printf(
                "%,d balances; a page of 100: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                (long) STORES * SKUS,
                micros.get(PAGES / 2) / 1e3,
                micros.get(PAGES * 99 / 100) / 1e3,
                micros.get(PAGES - 1) / 1e3);
        assertThat(micros.get(PAGES * 99 / 100)).as("p99 in µs").isLessThan(100_000);
    }
}
