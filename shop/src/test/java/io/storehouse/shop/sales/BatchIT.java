package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many orders in one transaction, as an import places them. */
@ShopTest
class BatchIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Checkout checkout;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private String store;

    @BeforeEach
    void openStore() {
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.goods("CUP");
        shop.receive(store, "MUG", "10");
        shop.receive(store, "CUP", "10");
    }

    @Test
    void givesEachMoveItsVersionAndBalance() {
        checkout.place(List.of(order("3", "1"), order("2", "4"), order("5", "1")));

        assertThat(jdbc.sql("""
                        select concat(sku, ' ', version, ' ', quantity, ' ', on_hand)
                        from stock_move m join store s on s.id = m.store_id
                        where s.code = :store and kind = 'sale' order by sku, version
                        """).param("store", store).query(String.class).list())
                .containsExactly(
                        "CUP 2 -1.000 9.000",
                        "CUP 3 -4.000 5.000",
                        "CUP 4 -1.000 4.000",
                        "MUG 2 -3.000 7.000",
                        "MUG 3 -2.000 5.000",
                        "MUG 4 -5.000 0.000");
    }

    @Test
    void recordsNoneWhenOneLacksStock() {
        List<PlaceOrder> orders = List.of(order("3", "1"), order("8", "1"));

        assertThatThrownBy(() -> checkout.place(orders))
                .isInstanceOf(ShopException.class)
                .hasMessageContaining("MUG");
        assertThat(placed(orders)).isZero();
    }

    @Test
    void joinsATransactionThatFailsLater() {
        List<PlaceOrder> orders = List.of(order("1", "1"));

        assertThatThrownBy(() -> transactions.inOne(() -> {
                    checkout.place(orders);
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(placed(orders)).isZero();
        assertThat(checkout.place(orders).get(0).replayed()).isFalse();
        assertThat(checkout.place(orders).get(0).replayed()).isTrue();
    }

    private long placed(List<PlaceOrder> orders) {
        List<String> ids = orders.stream().map(order -> order.id().toString()).toList();
        return jdbc.sql("select count(*) from outbox where event_key in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private PlaceOrder order(String mugs, String cups) {
        List<PlaceOrder.Line> lines = new ArrayList<>();
        lines.add(line("MUG", mugs));
        lines.add(line("CUP", cups));
        BigDecimal payable = new BigDecimal(mugs).add(new BigDecimal(cups));
        return new PlaceOrder(
                UUID.randomUUID(),
                "1",
                store,
                null,
                null,
                Channel.IMPORT,
                Instant.parse("2026-03-02T10:00:00Z"),
                lines,
                List.of(new Tendered(UUID.randomUUID(), "external", payable)),
                null,
                false,
                null);
    }

    private static PlaceOrder.Line line(String sku, String quantity) {
        return new PlaceOrder.Line(
                UUID.randomUUID(), sku, null, new BigDecimal(quantity), BigDecimal.ONE, BigDecimal.ZERO);
    }
}
