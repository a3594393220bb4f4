package io.storehouse.shop.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store with one SKU at 10 pounds, and what is asked of its flash sales. */
final class FlashStore {
    final ShopHttp shop;
    final ShopHttp till;
    final String store;
    final String sku;
    private final JdbcClient jdbc;

    FlashStore(int port, JdbcClient jdbc, int units) {
        this(
                port,
                jdbc,
                "Store " + UUID.randomUUID(),
                "FLASH-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        assertThat(shop.put("/api/v1/products/" + sku, Map.of("name", sku, "price", "10", "goods", true))
                        .status())
                .isEqualTo(200);
        shop.receive(store, sku, Integer.toString(units));
    }

    private FlashStore(int port, JdbcClient jdbc, String store, String sku) {
        this.jdbc = jdbc;
        this.store = store;
        this.sku = sku;
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        shop.store(store);
        till = new ShopHttp(
                port,
                shop.post("/api/v1/tills", Map.of("store", store, "code", "T1"))
                        .body()
                        .path("token")
                        .asString());
    }

    /** The same store in a shop that was started anew. */
    FlashStore at(int port, JdbcClient database) {
        return new FlashStore(port, database, store, sku);
    }

    /** Buyers whom the shop knows. */
    List<String> buyers(int count) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        List<String> codes =
                IntStream.range(0, count).mapToObj(i -> "B-" + tag + "-" + i).toList();
        codes.forEach(code -> shop.put("/api/v1/customers/" + code, Map.of("name", "Buyer")));
        return codes;
    }

    Map<String, Object> definition(int quota, Duration payWithin) {
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("name", "Midnight");
        sale.put("store", store);
        sale.put("sku", sku);
        sale.put("price", "1.25");
        sale.put("quota", quota);
        sale.put("from", Instant.now().minusSeconds(5).toString());
        sale.put("until", Instant.now().plusSeconds(3600).toString());
        sale.put("payWithinSeconds", payWithin.toSeconds());
        return sale;
    }

    ShopHttp.Answer define(UUID id, Map<String, Object> definition) {
        return shop.put("/api/v1/flash-sales/" + id, definition);
    }

    UUID sale(int quota, Duration payWithin) {
        UUID id = UUID.randomUUID();
        ShopHttp.Answer defined = define(id, definition(quota, payWithin));
        assertThat(defined.status()).as(defined.raw().body()).isEqualTo(200);
        return id;
    }

    ShopHttp.Answer claim(UUID sale, UUID claim, String customer) {
        return till.post("/api/v1/flash-sales/" + sale + "/claims", Map.of("id", claim, "customer", customer));
    }

    /** Claims until the shop says something that is not to be asked again. */
    ShopHttp.Answer claimPatiently(UUID sale, UUID claim, String customer) {
        ShopHttp.Answer answer;
        Instant until = Instant.now().plusSeconds(90);
        do {
            answer = claim(sale, claim, customer);
        } while ((answer.status() == 503 || answer.status() == 429)
                && Instant.now().isBefore(until));
        return answer;
    }

    ShopHttp.Answer poll(UUID sale, UUID claim) {
        return till.get("/api/v1/flash-sales/" + sale + "/claims/" + claim);
    }

    void awaitState(UUID sale, UUID claim, String state) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            ShopHttp.Answer answer = poll(sale, claim);
            assertThat(answer.body().path("state").asString(""))
                    .as(answer.raw().body())
                    .isEqualTo(state);
        });
    }

    long count(UUID sale, String states) {
        return jdbc.sql("""
                select count(*) from flash_claim c join flash_sale f on f.id = c.sale_id
                where f.uuid = :sale and find_in_set(c.state, :states)
                """)
                .param("sale", sale.toString())
                .param("states", states)
                .query(Long.class)
                .single();
    }

    BigDecimal available() {
        return jdbc.sql("""
                select on_hand - reserved from stock_balance b join store s on s.id = b.store_id
                where s.code = :store and b.sku = :sku
                """)
                .param("store", store)
                .param("sku", sku)
                .query(BigDecimal.class)
                .single();
    }

    /** Everything that must hold of a sale, whatever happened: units, people, the hold, and the ledger. */
    void assertExact(UUID sale) {
        FlashSaleState state = jdbc.sql("""
                select f.quota, f.remaining, l.quantity as held,
                    (select count(*) from flash_claim c where c.sale_id = f.id and c.state in ('won', 'paid', 'released')) as taken,
                    (select count(*) from flash_claim c where c.sale_id = f.id and c.holder is not null) as claims,
                    (select count(distinct c.customer) from flash_claim c where c.sale_id = f.id and c.holder is not null) as people
                from flash_sale f
                join stock_reservation r on r.uuid = f.hold_id
                join stock_reservation_line l on l.reservation_id = r.id
                where f.uuid = :sale
                """)
                .param("sale", sale.toString())
                .query((row, number) -> new FlashSaleState(
                        row.getInt("quota"),
                        row.getInt("remaining"),
                        row.getInt("held"),
                        row.getInt("taken"),
                        row.getInt("claims"),
                        row.getInt("people")))
                .single();
        assertThat(state.taken() + state.remaining()).as("%s", state).isEqualTo(state.quota());
        assertThat(state.held()).as("%s", state).isEqualTo(state.remaining());
        assertThat(state.people()).as("%s", state).isEqualTo(state.claims());
        ShopHttp.Answer proof = shop.post("/api/v1/stock/proofs?store=" + ShopHttp.encode(store), Map.of());
        assertThat(proof.status()).as(proof.raw().body()).isLessThan(300);
        assertThat(proof.body().path("differences").asInt(-1))
                .as(proof.raw().body())
                .isZero();
    }

    record FlashSaleState(int quota, int remaining, int held, int taken, int claims, int people) {}

    /** An order of one unit that the shop prices. */
    Map<String, Object> order(UUID claim, String customer, String payable) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line(sku, "1", "10")), payable);
        order.put("occurredAt", Instant.now().toString());
        order.put("customer", customer);
        order.put("reservationId", claim);
        order.put("pricing", Map.of("expectedPayable", payable));
        return order;
    }
}
