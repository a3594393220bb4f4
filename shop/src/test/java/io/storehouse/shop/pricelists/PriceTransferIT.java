package io.storehouse.shop.pricelists;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ShopTest
class PriceTransferIT {
    private static final String PATH = "/api/v1/transfers/prices?id=";

    @LocalServerPort
    private int port;

    private ShopHttp shop;
    private String store;
    private String sku;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Prices " + UUID.randomUUID();
        shop.store(store);
        sku = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        shop.goods(sku);
    }

    @Test
    void saysWhatTheListDoesNotSayYetAndNothingTwice() {
        String csv = "store,sku,price\n" + store + "," + sku + ",12.50\n," + sku + ",10\n";

        JsonNode first = upload(csv);
        JsonNode second = upload(csv);

        assertThat(first.path("added").asInt()).as(first.toString()).isEqualTo(2);
        assertThat(second.path("unchanged").asInt()).isEqualTo(2);
        assertThat(price(Instant.now())).isEqualTo("12.5000");
        assertThat(history()).hasSize(1);
        assertThat(upload("store,sku,price\n" + store + "," + sku + ",-\n")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(price(Instant.now())).isEqualTo("10.0000");
    }

    @Test
    void endsWithWhatTheListWouldHaveSaid() {
        upload("store,sku,price\n" + store + "," + sku + ",10\n");
        Instant from = Instant.parse("2030-01-01T00:00:00Z");
        Instant until = Instant.parse("2030-02-01T00:00:00Z");
        String csv = "门店,货号,价格,生效时间,失效时间\n" + store + "," + sku + ",8,2030-01-01T08:00:00+08:00," + until + "\n";

        assertThat(upload(csv).path("changed").asInt()).isEqualTo(1);
        assertThat(upload(csv).path("unchanged").asInt()).isEqualTo(1);

        assertThat(price(from.minusSeconds(1))).isEqualTo("10.0000");
        assertThat(price(from)).isEqualTo("8.0000");
        assertThat(price(until.minusSeconds(1))).isEqualTo("8.0000");
        assertThat(price(until)).isEqualTo("10.0000");
        assertThat(history()).hasSize(3);
    }

    @Test
    void letsARowSpeakBeforeAnothersEnd() {
        Instant february = Instant.parse("2031-02-01T00:00:00Z");
        upload("store,sku,price,from,until\n"
                + store + "," + sku + ",8,2031-01-01T00:00:00Z," + february + "\n"
                + store + "," + sku + ",9," + february + ",2031-03-01T00:00:00Z\n");

        assertThat(price(february.minus(Duration.ofDays(1)))).isEqualTo("8.0000");
        assertThat(price(february)).isEqualTo("9.0000");
        assertThat(price(Instant.parse("2031-03-01T00:00:00Z"))).isEqualTo("null");
    }

    @Test
    void refusesAPeriodInWhichTheListSaysSomethingElse() {
        String head = "store,sku,price,from,until\n" + store + "," + sku;
        upload("store,sku,price\n" + store + "," + sku + ",10\n");
        upload(head + ",8,2036-01-01T00:00:00Z,2036-02-01T00:00:00Z\n");

        UUID id = UUID.randomUUID();
        JsonNode longer = shop.upload(PATH + id, head + ",8,2036-01-01T00:00:00Z,2036-03-01T00:00:00Z\n")
                .body();
        JsonNode around = upload(head + ",7,2035-12-01T00:00:00Z,2036-01-15T00:00:00Z\n");
        JsonNode rest = upload(head + ",8,2036-02-01T00:00:00Z,2036-03-01T00:00:00Z\n");

        assertThat(longer.path("refused").asInt()).as(longer.toString()).isEqualTo(1);
        assertThat(around.path("refused").asInt()).as(around.toString()).isEqualTo(1);
        assertThat(shop.get("/api/v1/transfers/reports/" + id + "/problems")
                        .body()
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("price-overlap");
        assertThat(rest.path("changed").asInt()).isEqualTo(1);
        assertThat(price(Instant.parse("2036-01-10T00:00:00Z"))).isEqualTo("8.0000");
        assertThat(price(Instant.parse("2036-02-28T00:00:00Z"))).isEqualTo("8.0000");
        assertThat(price(Instant.parse("2036-03-01T00:00:00Z"))).isEqualTo("10.0000");
    }

    @Test
    void saysTheSameWhereverABatchEnds() {
        List<String> rows = List.of(
                ",10,2037-01-01T00:00:00Z,",
                ",8,2037-02-01T00:00:00Z,2037-06-01T00:00:00Z",
                ",9,2037-03-01T00:00:00Z,2037-04-01T00:00:00Z",
                ",7,2037-03-15T00:00:00Z,2037-05-01T00:00:00Z",
                ",11,2037-07-01T00:00:00Z,2037-08-01T00:00:00Z");
        String other = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        shop.goods(other);
        String head = "store,sku,price,from,until\n";

        String together =
                head + rows.stream().map(row -> store + "," + sku + row + "\n").collect(joining());
        JsonNode report = upload(together);
        int refused = 0;
        for (String row : rows) {
            refused += upload(head + store + "," + other + row + "\n")
                    .path("refused")
                    .asInt();
        }

        assertThat(report.path("refused").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(refused).isEqualTo(1);
        for (int month = 1; month <= 8; month++) {
            Instant at = Instant.parse("2037-0" + month + "-20T00:00:00Z");
            assertThat(price(at)).as("%s", at).isEqualTo(price(other, at));
        }
        assertThat(price(Instant.parse("2037-03-20T00:00:00Z"))).isEqualTo("9.0000");
        assertThat(price(Instant.parse("2037-04-20T00:00:00Z"))).isEqualTo("8.0000");
        assertThat(price(Instant.parse("2037-06-20T00:00:00Z"))).isEqualTo("10.0000");
        assertThat(price(Instant.parse("2037-08-20T00:00:00Z"))).isEqualTo("10.0000");
    }

    @Test
    void refusesThePastAndWhatIsNotTheCallers() {
        People people = new People(port);
        ShopHttp manager = people.signIn(people.hire("store_manager", store));
        String foreign = "Foreign " + UUID.randomUUID();
        shop.store(foreign);
        UUID id = UUID.randomUUID();

        JsonNode report = manager.upload(
                        PATH + id,
                        "store,sku,price,from,until\n"
                                + foreign + "," + sku + ",1,,\n"
                                + "," + sku + ",1,,\n"
                                + store + ",NOTHING,1,,\n"
                                + store + "," + sku + ",1,2020-01-01T00:00:00Z,\n"
                                + store + "," + sku + ",1,2032-01-01T00:00:00Z,2031-01-01T00:00:00Z\n"
                                + store + "," + sku + ",,2033-01-01T00:00:00Z,\n"
                                + store + "," + sku + ",-1,2034-01-01T00:00:00Z,\n"
                                + store + "," + sku + ",1,,\n")
                .body();

        assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(1);
        List<String> problems = new ArrayList<>();
        manager.get("/api/v1/transfers/reports/" + id + "/problems")
                .body()
                .forEach(problem -> problems.add(problem.path("lineNo").asInt() + " "
                        + problem.path("column").asString() + " "
                        + problem.path("code").asString()));
        assertThat(problems)
                .containsExactly(
                        "2 store unknown-store",
                        "3 store forbidden",
                        "4 sku unknown-sku",
                        "5 from price-in-the-past",
                        "6 until invalid-time",
                        "7 price missing-value",
                        "8 price invalid-number");
        assertThat(people.signIn(people.hire("buyer", foreign))
                        .get("/api/v1/transfers/reports/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysOnceWhatManySendAtOnce() {
        String csv = "store,sku,price,from\n" + store + "," + sku + ",3,\n" + store + "," + sku
                + ",4,2035-01-01T00:00:00Z\n";

        List<JsonNode> reports = AtOnce.run(List.<Callable<JsonNode>>of(
                () -> upload(csv), () -> upload(csv), () -> upload(csv), () -> upload(csv)));

        assertThat(reports.stream()
                        .mapToInt(report -> report.path("refused").asInt())
                        .sum())
                .isZero();
        assertThat(reports.stream()
                        .mapToInt(report -> report.path("added").asInt()
                                + report.path("changed").asInt())
                        .sum())
                .isEqualTo(2);
        assertThat(history()).hasSize(2);
    }

    private JsonNode upload(String csv) {
        return shop.upload(PATH + UUID.randomUUID(), csv).body();
    }

    private String price(Instant at) {
        return price(sku, at);
    }

    private String price(String of, Instant at) {
        JsonNode price = shop.get("/api/v1/prices?store=" + ShopHttp.encode(store) + "&sku=" + of + "&at=" + at)
                .body()
                .path(0)
                .path("price");
        return price.isNull() ? "null" : price.asString();
    }

    private JsonNode history() {
        return shop.get("/api/v1/prices/history?store=" + ShopHttp.encode(store) + "&sku=" + sku)
                .body();
    }
}
