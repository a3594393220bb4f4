package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class StockTransferFileIT {
    private static final String PATH = "/api/v1/transfers/stock?id=";
    private static final String HEADER = "store,sku,reference,quantity,counted,unit_cost,reason\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private String sku;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Stock " + UUID.randomUUID();
        shop.store(store);
        sku = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        shop.goods(sku);
    }

    @Test
    void postsOpeningsAtTheirCostAndCorrectionsAtTheAverageOnce() {
        String csv = HEADER + row("OPEN", "10", "", "2.5", "") + row("LOST", "-4", "", "", "stolen");

        JsonNode first = upload(csv);
        JsonNode second = upload(csv);

        assertThat(first.path("added").asInt()).as(first.toString()).isEqualTo(2);
        assertThat(second.path("unchanged").asInt()).isEqualTo(2);
        JsonNode line = report();
        assertThat(line.path("onHand").asString()).isEqualTo("6.000");
        assertThat(line.path("value").asString()).isEqualTo("15.0000");
        assertThat(moves()).containsExactly("receipt 10.000", "adjustment -4.000");
        assertThat(events()).isEqualTo(2);
        assertThat(differences()).isZero();
    }

    @Test
    void bringsStockToWhatWasCountedOnceHoweverOftenTheFileComes() {
        upload(HEADER + row("OPEN", "10", "", "2", ""));
        String csv = HEADER + row("COUNT", "", "7", "", "counted");

        JsonNode first = upload(csv);
        shop.receive(store, sku, "5");
        JsonNode late = upload(csv);

        assertThat(first.path("added").asInt()).as(first.toString()).isEqualTo(1);
        assertThat(late.path("unchanged").asInt()).isEqualTo(1);
        assertThat(report().path("onHand").asString()).isEqualTo("12.000");
        assertThat(upload(HEADER + row("COUNT2", "", "12", "", ""))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(moves()).hasSize(3);
        assertThat(differences()).isZero();
    }

    @Test
    void refusesRowsThatStockCannotCoverAndTakesTheOthers() {
        UUID id = UUID.randomUUID();
        String other = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        shop.goods(other);
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        JsonNode report = shop.upload(
                        PATH + id,
                        HEADER + row("A", "3", "", "1", "")
                                + store + "," + other + ",A,-1,,,\n"
                                + store + ",POST,A,1,,,\n"
                                + store + ",NOTHING,A,1,,,\n"
                                + "Nowhere," + sku + ",A,1,,,\n"
                                + row("B", "1", "1", "", "")
                                + row("C", "-1", "", "5", "")
                                + row("A", "4", "", "1", ""))
                .body();

        assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(problems(id))
                .containsExactly(
                        "3  insufficient-stock",
                        "4 sku service",
                        "5 sku unknown-sku",
                        "6 store unknown-store",
                        "7 quantity missing-value",
                        "8 unit_cost invalid-number",
                        "9  duplicate-row");
        UUID changed = UUID.randomUUID();
        shop.upload(PATH + changed, HEADER + row("A", "9", "", "1", ""));
        assertThat(problems(changed)).containsExactly("2  idempotency-conflict");
        assertThat(report().path("onHand").asString()).isEqualTo("3.000");
    }

    @Test
    void postsOnceWhatManySendAtOnceWhileOthersSell() {
        List<String> skus = IntStream.range(0, 40).mapToObj(i -> sku + "-" + i).toList();
        skus.forEach(shop::goods);
        String csv = skus.stream()
                .map(one -> store + "," + one + ",RACE,5,,1,\n" + store + "," + one + ",RACE-COUNT,,9,1,\n")
                .collect(Collectors.joining("", HEADER, ""));
        List<Callable<JsonNode>> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(() -> upload(csv));
        }

        List<JsonNode> reports = AtOnce.run(clients);

        assertThat(reports)
                .allSatisfy(report -> assertThat(report.path("refused").asInt())
                        .as(report.toString())
                        .isZero());
        assertThat(reports.stream()
                        .mapToInt(report -> report.path("added").asInt())
                        .sum())
                .isEqualTo(80);
        assertThat(jdbc.sql("""
                        select count(*) from stock_balance
                        where store_id = (select id from store where code = :store) and on_hand = 9 and value = 9
                        """).param("store", store).query(Integer.class).single())
                .isEqualTo(40);
        assertThat(differences()).isZero();
    }

    @Test
    void changesNothingInADryRun() {
        JsonNode report = shop.upload(
                        PATH + UUID.randomUUID() + "&mode=dry_run", HEADER + row("DRY", "10", "", "2.5", ""))
                .body();

        assertThat(report.path("added").asInt()).isEqualTo(1);
        assertThat(moves()).isEmpty();
        assertThat(events()).isZero();
        assertThat(upload(HEADER + row("DRY", "10", "", "2.5", ""))
                        .path("added")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsBuyersAndManagersToTheirStores() {
        People people = new People(port);
        String foreign = "Foreign " + UUID.randomUUID();
        shop.store(foreign);
        for (String role : List.of("buyer", "store_manager")) {
            UUID id = UUID.randomUUID();
            ShopHttp caller = people.signIn(people.hire(role, store));

            JsonNode report = caller.upload(
                            PATH + id,
                            HEADER + row(role, "1", "", "", "") + foreign + "," + sku + "," + role + ",1,,,\n")
                    .body();

            assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(1);
            assertThat(problems(id)).containsExactly("3 store unknown-store");
        }
        assertThat(people.signIn(people.hire("cashier", store))
                        .upload(PATH + UUID.randomUUID(), HEADER)
                        .status())
                .isEqualTo(403);
    }

    private String row(String reference, String quantity, String counted, String cost, String reason) {
        return String.join(",", store, sku, reference, quantity, counted, cost, reason) + "\n";
    }

    private JsonNode upload(String csv) {
        return shop.upload(PATH + UUID.randomUUID(), csv).body();
    }

    private List<String> problems(UUID id) {
        List<String> problems = new ArrayList<>();
        shop.get("/api/v1/transfers/reports/" + id + "/problems")
                .body()
                .forEach(problem -> problems.add(problem.path("lineNo").asInt() + " "
                        + problem.path("column").asString("") + " "
                        + problem.path("code").asString()));
        return problems;
    }

    private JsonNode report() {
        return shop.get("/api/v1/stock/report?store=" + ShopHttp.encode(store))
                .body()
                .path(0);
    }

    private List<String> moves() {
        List<String> moves = new ArrayList<>();
        shop.get("/api/v1/stock/moves?store=" + ShopHttp.encode(store) + "&sku=" + sku)
                .body()
                .forEach(move -> moves.add(move.path("kind").asString() + " "
                        + move.path("quantity").asString()));
        return moves;
    }

    private int events() {
        return jdbc.sql("select count(*) from outbox where topic like '%stock%' and payload like :sku")
                .param("sku", "%" + sku + "%")
                .query(Integer.class)
                .single();
    }

    private int differences() {
        JsonNode proof = shop.post("/api/v1/stock/proofs?store=" + ShopHttp.encode(store), Map.of())
                .body();
        return proof.path("differences").asInt();
    }
}
