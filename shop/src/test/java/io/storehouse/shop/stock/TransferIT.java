package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class TransferIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String source;
    private String destination;

    @BeforeEach
    void openStores() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        source = "Source " + UUID.randomUUID();
        destination = "Destination " + UUID.randomUUID();
        shop.store(source);
        shop.store(destination);
        shop.goods("MUG");
        shop.goods("CUP");
        receive(source, "7", "1");
        receive(source, "3", "2.1111");
    }

    /** The pair sums to zero with what is on its way, in quantity and in value, whatever happened. */
    @AfterEach
    void assertNothingIsLost() {
        Ledgers ledgers = new Ledgers(jdbc);
        ledgers.assertAddUp(id(source));
        ledgers.assertAddUp(id(destination));
        assertThat(jdbc.sql("""
                        select concat_ws(' ', m.quantity + t.quantity, m.value + t.value)
                        from (
                            select sum(quantity) as quantity, sum(value) as value from stock_move
                            where store_id in (:stores) and kind in ('transfer-out', 'transfer-in')
                        ) m,
                        (
                            select coalesce(sum(l.quantity - l.received), 0) as quantity,
                                coalesce(sum(l.value - round(l.value * l.received / l.quantity, 4)), 0) as value
                            from stock_transfer t join stock_transfer_line l on l.transfer_id = t.id
                            where t.source_id in (:stores) and t.state = 'dispatched'
                        ) t
                        """)
                        .param("stores", List.of(id(source), id(destination)))
                        .query(String.class)
                        .single())
                .isEqualTo("0.000 0.0000");
    }

    @Test
    void showsWhatIsOnItsWayUntilItArrives() {
        UUID transfer = dispatch("6");

        assertThat(figures(source)).isEqualTo("4.000 0.000 5.3333");
        assertThat(figures(destination)).isEqualTo("0.000 6.000 0.0000");
        assertThat(arrive(transfer, "2", false).status()).isEqualTo(201);
        assertThat(figures(destination)).isEqualTo("2.000 4.000 2.6667");
        assertThat(state(transfer)).isEqualTo("dispatched");
        assertThat(arrive(transfer, "4", false).status()).isEqualTo(201);
        assertThat(figures(destination)).isEqualTo("6.000 0.000 8.0000");
        assertThat(state(transfer)).isEqualTo("received");
        assertThat(arrive(transfer, "1", false).code()).isEqualTo("transfer-closed");
    }

    @Test
    void bringsItsCostIntoTheAverageOfTheDestination() {
        receive(destination, "2", "4");

        arrive(dispatch("6"), "6", false);

        assertThat(figures(destination)).isEqualTo("8.000 0.000 16.0000");
        sell(destination, "1");
        assertThat(figures(destination)).isEqualTo("7.000 0.000 14.0000");
    }

    @Test
    void recordsADifferenceAtTheLastArrival() {
        UUID less = dispatch("4");
        UUID more = dispatch("2");

        assertThat(arrive(less, "3", true).status()).isEqualTo(201);
        assertThat(figures(destination)).isEqualTo("3.000 2.000 4.0000");
        assertThat(arrive(more, "3", false).code()).isEqualTo("transfer-exceeded");
        assertThat(arrive(more, "3", true).status()).isEqualTo(201);
        assertThat(figures(destination)).isEqualTo("6.000 0.000 8.0000");
        assertThat(kinds(destination))
                .containsExactly("in-transit", "in-transit", "transfer-in", "difference", "transfer-in", "difference");
    }

    @Test
    void recordsThatNothingEverArrived() {
        UUID lost = dispatch("4");

        assertThat(arrive(lost, null, false).status()).isEqualTo(422);
        assertThat(arrive(lost, null, true).status()).isEqualTo(201);
        assertThat(figures(destination)).isEqualTo("0.000 0.000 0.0000");
    }

    @Test
    void putsEverythingBackWhenItIsCancelled() {
        UUID transfer = dispatch("6");
        String before = figures(source);

        assertThat(cancel(transfer).status()).isEqualTo(201);

        assertThat(before).isEqualTo("4.000 0.000 5.3333");
        assertThat(figures(source)).isEqualTo("10.000 0.000 13.3333");
        assertThat(figures(destination)).isEqualTo("0.000 0.000 0.0000");
        assertThat(cancel(transfer).code()).isEqualTo("transfer-closed");
        assertThat(arrive(transfer, "6", false).code()).isEqualTo("transfer-closed");
    }

    @Test
    void arrivesOrIsCancelledButNotBoth() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID transfer = dispatch("1");
            List<Callable<ShopHttp.Answer>> racers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                racers.add(() -> cancel(transfer));
                racers.add(() -> arrive(transfer, "1", false));
            }

            List<ShopHttp.Answer> answers = AtOnce.run(racers);

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("transfer-closed"));
        }
    }

    @Test
    void takesInOnceWhatManyReceiveAtOnce() throws Exception {
        UUID transfer = dispatch("6");
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            racers.add(() -> arrive(transfer, "2", false).status());
        }

        assertThat(AtOnce.run(racers)).filteredOn(status -> status == 201).hasSize(3);
        assertThat(figures(destination)).isEqualTo("6.000 0.000 8.0000");
    }

    @Test
    void crossesTransfersOfTwoStoresWithoutLoss() throws Exception {
        receive(destination, "10", "3");
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            racers.add(() -> dispatch(source, destination, "1").status());
            racers.add(() -> dispatch(destination, source, "1").status());
        }

        assertThat(AtOnce.run(racers)).containsOnly(201);
        assertThat(figures(source)).startsWith("4.000 6.000");
        assertThat(figures(destination)).startsWith("4.000 6.000");
    }

    @Test
    void refusesWhatTheSourceLacksAndWhatMakesNoSense() {
        assertThat(dispatch(source, destination, "11").code()).isEqualTo("insufficient-stock");
        assertThat(dispatch(source, source, "1").status()).isEqualTo(422);
        assertThat(dispatch(source, destination, "0").status()).isEqualTo(422);
        UUID transfer = dispatch("1");
        Map<String, Object> body = arrival("1", false);
        body.put("lines", List.of(Map.of("sku", "CUP", "quantity", "1")));
        assertThat(shop.post("/api/v1/stock/transfers/" + transfer + "/arrivals", body)
                        .body()
                        .path("detail")
                        .asString())
                .contains("it was not dispatched");
        assertThat(shop.post("/api/v1/stock/transfers/" + UUID.randomUUID() + "/arrivals", arrival("1", false))
                        .code())
                .isEqualTo("transfer-not-found");
    }

    @Test
    void answersReplaysAsTheFirstTime() {
        UUID transfer = dispatch("6");
        Map<String, Object> body = arrival("2", false);
        String path = "/api/v1/stock/transfers/" + transfer + "/arrivals";

        ShopHttp.Answer first = shop.post(path, body);

        assertThat(shop.post(path, body).body()).isEqualTo(first.body());
        body.put("last", true);
        assertThat(shop.post(path, body).code()).isEqualTo("idempotency-conflict");
        assertThat(figures(destination)).isEqualTo("2.000 4.000 2.6667");
        assertThat(shop.get("/api/v1/stock/transfers?store=" + ShopHttp.encode(destination))
                        .body()
                        .path(0)
                        .path("lines")
                        .path(0)
                        .path("received")
                        .asString())
                .isEqualTo("2.000");
        assertThat(shop.get("/api/v1/stock/transfers?side=state&store=" + ShopHttp.encode(destination))
                        .status())
                .isEqualTo(400);
    }

    private UUID dispatch(String quantity) {
        ShopHttp.Answer answer = dispatch(source, destination, quantity);
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.body().path("id").asString());
    }

    private ShopHttp.Answer dispatch(String from, String to, String quantity) {
        return shop.post(
                "/api/v1/stock/transfers",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "reference",
                        "T",
                        "source",
                        from,
                        "destination",
                        to,
                        "occurredAt",
                        "2026-03-02T10:00:00Z",
                        "lines",
                        List.of(Map.of("sku", "MUG", "quantity", quantity))));
    }

    private ShopHttp.Answer arrive(UUID transfer, @Nullable String quantity, boolean last) {
        return shop.post("/api/v1/stock/transfers/" + transfer + "/arrivals", arrival(quantity, last));
    }

    private static Map<String, Object> arrival(@Nullable String quantity, boolean last) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        body.put("last", last);
        body.put("lines", quantity == null ? List.of() : List.of(Map.of("sku", "MUG", "quantity", quantity)));
        return body;
    }

    private ShopHttp.Answer cancel(UUID transfer) {
        return shop.post(
                "/api/v1/stock/transfers/" + transfer + "/cancellation",
                Map.of("id", UUID.randomUUID(), "occurredAt", "2026-03-03T11:00:00Z"));
    }

    private void receive(String store, String quantity, String cost) {
        ShopHttp.Answer answer = shop.post(
                "/api/v1/stock/receipts",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "reference",
                        "R",
                        "store",
                        store,
                        "occurredAt",
                        "2026-03-01T09:00:00Z",
                        "assumed",
                        false,
                        "lines",
                        List.of(Map.of("sku", "MUG", "quantity", quantity, "unitCost", cost))));
        assertThat(answer.status()).isEqualTo(201);
    }

    private void sell(String store, String quantity) {
        assertThat(shop.post(
                                "/api/v1/orders",
                                ShopHttp.order(store, List.of(ShopHttp.line("MUG", quantity, "1")), quantity))
                        .status())
                .isEqualTo(201);
    }

    private String state(UUID transfer) {
        JsonNode body = shop.get("/api/v1/stock/transfers/" + transfer).body();
        return body.path("state").asString();
    }

    private List<String> kinds(String store) {
        return jdbc.sql("select kind from stock_move where store_id = :store order by version")
                .param("store", id(store))
                .query(String.class)
                .list();
    }

    private String figures(String store) {
        return jdbc.sql("select concat_ws(' ', on_hand, incoming, value) from stock_balance where store_id = :store")
                .param("store", id(store))
                .query(String.class)
                .single();
    }

    private int id(String store) {
        return jdbc.sql("select id from store where code = :code")
                .param("code", store)
                .query(Integer.class)
                .single();
    }
}
