package io.storehouse.shop.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class ExportsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String prefix;

    @BeforeEach
    void name() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        prefix = "X" + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void givesEveryListOfTheApi() throws IOException {
        JsonNode paths = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "docs", "openapi.json")))
                .path("paths");
        List<String> lists = paths.properties().stream()
                .filter(path -> path.getValue()
                        .at("/get/responses/200/content/application~1json/schema/type")
                        .asString("")
                        .equals("array"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(lists).hasSizeGreaterThan(40);
        assertThat(lists)
                .allSatisfy(list -> assertThat(paths.has(list.replaceFirst("^/api/v1/", "/api/v1/exports/")))
                        .as("%s needs its line in ExportedLists", list)
                        .isTrue());
    }

    @Test
    void givesEachCategoryOnceWhereTheyTakeMoreThanAPage() throws Exception {
        String root = "Z" + prefix.substring(1, 20);
        jdbc.sql("""
                insert into category (code, name, parent, path)
                select concat('A', lpad(seq, 6, '0'), substr(:root, 2, 20)), 'Leaf', :root,
                    concat(:root, '/', 'A', lpad(seq, 6, '0'), substr(:root, 2, 20), '/')
                from seq_1_to_1100
                """).param("root", root).update();
        try {
            List<String> leaves = csv("/api/v1/exports/categories")
                    .lines()
                    .filter(line -> line.contains(root))
                    .toList();

            assertThat(leaves).hasSize(1_100).doesNotHaveDuplicates();
        } finally {
            jdbc.sql("delete from category where parent = :root")
                    .param("root", root)
                    .update();
        }
    }

    @Test
    void givesExactlyTheRowsOfTheListWhateverTheirNumber() {
        String category = prefix.substring(0, 20);
        shop.put("/api/v1/categories/" + category, Map.of("name", "All of one test"));
        shop.upload(
                "/api/v1/transfers/products?id=" + UUID.randomUUID(),
                IntStream.range(0, 2_345)
                        .mapToObj(i -> prefix + String.format("-%05d,-%d degrees,%d.25,%s%n", i, i, i, category))
                        .collect(Collectors.joining("", "sku,name,price,category\n", "")));

        String all = csv("/api/v1/exports/products?category=" + category);

        List<String> lines = all.lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("\ufeffsku,name,barcode,price,goods,category,brand,taxClass,unit,spu,variant,delistedAt");
        assertThat(lines).hasSize(1 + 2_345);
        assertThat(lines.get(1)).isEqualTo(prefix + "-00000,'-0 degrees,,0.2500,true," + category + ",,,,,,");
        assertThat(lines.stream().skip(1).distinct().count()).isEqualTo(2_345);
    }

    @Test
    void stopsWhereAListHasNoFurtherPage() {
        shop.put(
                "/api/v1/products/" + prefix, Map.of("name", "One", "goods", true, "barcode", prefix.substring(0, 30)));

        assertThat(csv("/api/v1/exports/products?barcode=" + prefix.substring(0, 30))
                        .lines())
                .hasSize(2);
        assertThat(csv("/api/v1/exports/stores").lines().count())
                .isEqualTo(1 + shop.get("/api/v1/stores").body().size());
    }

    @Test
    void givesAWorkbookWithNumbersAsNumbers() throws Exception {
        String store = "Store " + prefix;
        shop.store(store);
        shop.goods(prefix + "-1");
        shop.goods(prefix + "-2");
        shop.receive(store, prefix + "-1", "2.5");
        shop.receive(store, prefix + "-2", "7");

        HttpResponse<byte[]> answer = bytes("/api/v1/exports/stock?format=xlsx&store=" + ShopHttp.encode(store));

        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"stock.xlsx\"");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<List<String>> cells = rows.map(row -> row.stream()
                            .map(cell -> cell.getType() + " " + cell.getRawValue())
                            .toList())
                    .toList();
            assertThat(cells).hasSize(3);
            assertThat(cells.get(1)).contains("STRING " + prefix + "-1", "NUMBER 2.500");
        }
    }

    @Test
    void masksAndScopesAsTheListDoes() {
        People people = new People(port);
        String own = "Own " + prefix;
        String foreign = "Foreign " + prefix;
        shop.store(own);
        shop.store(foreign);
        shop.put("/api/v1/customers/" + prefix, Map.of("name", "Ada Lovelace"));
        ShopHttp cashier = people.signIn(people.hire("cashier", own));
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        for (String store : List.of(own, foreign)) {
            shop.post("/api/v1/orders", ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1"));
        }

        assertThat(cashier.get("/api/v1/exports/orders").raw().body())
                .contains(own)
                .doesNotContain(foreign);
        assertThat(csv("/api/v1/exports/orders?store=" + ShopHttp.encode(foreign)))
                .contains(foreign)
                .doesNotContain(own);
        assertThat(cashier.get("/api/v1/exports/orders?store=" + ShopHttp.encode(foreign))
                        .status())
                .isEqualTo(403);
        String shown = cashier.get("/api/v1/customers/" + prefix)
                .body()
                .at("/personalData/name")
                .asString();
        assertThat(cashier.get("/api/v1/exports/customers").raw().body())
                .contains(prefix + ",")
                .contains(shown)
                .doesNotContain(shown.equals("Ada Lovelace") ? "no one" : "Ada Lovelace");
    }

    @Test
    void refusesWhatTheListRefuses() {
        assertThat(shop.get("/api/v1/exports/stock").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/exports/stores?format=pdf")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("Invalid format: 'pdf'; expected csv or xlsx");
        assertThat(shop.get("/api/v1/exports/stock/counts/" + UUID.randomUUID() + "/lines")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void recordsWhoTookWhichListOut() {
        People people = new People(port);
        String store = "Own " + prefix;
        shop.store(store);
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        for (int i = 0; i < 3; i++) {
            shop.post("/api/v1/orders", ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1"));
        }
        String manager = people.hire("store_manager", store);

        String path = "/api/v1/exports/orders?format=xlsx&after=&limit=2&nonsense=1&store=" + ShopHttp.encode(store);
        ShopHttp.Answer answer = people.signIn(manager).get(path);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        List<JsonNode> entries = acts(manager);
        assertThat(entries)
                .extracting(entry -> entry.path("act").asString())
                .containsExactly("export-ended", "export-begun");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("role").asString()).isEqualTo("store_manager");
            assertThat(entry.path("store").asString()).isEqualTo(store);
            assertThat(entry.path("subject").asString()).isEqualTo("orders");
            assertThat(entry.at("/details/export")).isEqualTo(entries.get(0).at("/details/export"));
        });
        assertThat(entries.get(1).at("/details/format").asString()).isEqualTo("xlsx");
        assertThat(entries.get(1).at("/details/filters").asString()).isEqualTo("store=" + store);
        assertThat(entries.get(0).at("/details/rows").asString()).isEqualTo("3");
        assertThat(entries.get(0).at("/details/end").asString()).isEqualTo("whole");
    }

    @Test
    void recordsTheFileOfCustomersToo() {
        People people = new People(port);
        shop.put("/api/v1/customers/" + prefix.substring(0, 20), Map.of("name", "Ada Lovelace"));
        String owner = people.hire("owner");

        ShopHttp.Answer answer =
                people.signIn(owner).get("/api/v1/transfers/customers?registeredFrom=2026-01-01T00:00:00Z");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        List<JsonNode> entries = acts(owner);
        assertThat(entries)
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry.path("subject").asString()).isEqualTo("transfers/customers"));
        assertThat(entries.get(1).at("/details/filters").asString()).isEqualTo("registeredFrom=2026-01-01T00:00:00Z");
        assertThat(entries.get(0).at("/details/rows").asString())
                .isEqualTo(Long.toString(answer.raw().body().lines().count() - 1));
    }

    @Test
    void recordsNoExportThatWasRefusedAndNoCouponThatIsMoney() {
        People people = new People(port);
        String owner = people.hire("owner");
        ShopHttp caller = people.signIn(owner);

        caller.get("/api/v1/exports/stock");
        caller.get("/api/v1/exports/stores?format=pdf");
        caller.get("/api/v1/exports/stock/counts/" + UUID.randomUUID() + "/lines");
        assertThat(acts(owner)).isEmpty();

        String nonsense = "\"\u0001\\" + "x".repeat(500);
        assertThat(caller.get("/api/v1/exports/products?category=" + ShopHttp.encode(nonsense))
                        .status())
                .isLessThan(500);
        assertThat(caller.get("/api/v1/exports/orders?store=" + ShopHttp.encode(nonsense))
                        .status())
                .isLessThan(500);
        caller.get("/api/v1/exports/coupons/SECRET-" + prefix.substring(0, 8) + "/uses");
        assertThat(acts(owner).toString()).doesNotContain("SECRET-");
    }

    /** Whoever goes away in the middle has what was sent until then, and the log says how much at most. */
    @Test
    void recordsAnExportThatBreaksOff() throws Exception {
        String category = prefix.substring(0, 20);
        shop.put("/api/v1/categories/" + category, Map.of("name", "All of one test"));
        shop.upload(
                "/api/v1/transfers/products?id=" + UUID.randomUUID(),
                IntStream.range(0, 6_000)
                        .mapToObj(i -> prefix + String.format("-%05d,%s,%s%n", i, "x".repeat(200), category))
                        .collect(Collectors.joining("", "sku,name,category\n", "")));
        String owner = new People(port).hire("owner");
        StringBuilder head = new StringBuilder(
                "GET /api/v1/exports/products?category=" + category + " HTTP/1.1\r\nHost: localhost\r\n");
        new People(port)
                .signIn(owner)
                .credentials()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));

        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> acts(owner).size() == 2);
        JsonNode end = acts(owner).get(0);
        assertThat(end.at("/details/end").asString()).isEqualTo("broken-off");
        assertThat(Integer.parseInt(end.at("/details/rows").asString())).isBetween(1_000, 5_999);
    }

    /** Newest first. */
    private List<JsonNode> acts(String who) {
        return new People(port)
                .owner()
                .get("/api/v1/audit?who=" + who)
                .body()
                .valueStream()
                .filter(entry -> entry.path("act").asString().startsWith("export-"))
                .toList();
    }

    @Test
    void walksEachListByAMemberThatItsRowsHave() throws IOException {
        JsonNode document = JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
        List<String> wrong = new ArrayList<>();
        for (ExportedList list : ExportedLists.ALL) {
            JsonNode get = document.path("paths").path(list.path()).path("get");
            String row = get.at("/responses/200/content/application~1json/schema/items/$ref")
                    .asString();
            JsonNode members = document.at(row.substring(1)).path("properties");
            boolean paged = get.path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("name").asString().equals("limit"));
            if (paged == list.cursors().isEmpty()
                    || !list.cursors().values().stream().allMatch(members::has)) {
                wrong.add(list.path());
            }
        }

        assertThat(wrong).isEmpty();
    }

    private String csv(String path) {
        ShopHttp.Answer answer = shop.get(path);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        return answer.raw().body();
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        shop.credentials().forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
