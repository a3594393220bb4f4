package io.storehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Settings;
import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.TestLake;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EIRE = "EIRE";
    private static final String DAY = "2011-09-01";

    @TempDir
    private Path directory;

    private final Retail retail = new Retail()
            .sale(
                    EIRE,
                    "2011-08-31",
                    "17850",
                    Line.of("22423", "2", "2.55"),
                    Line.of("POST", "1", "50").service())
            .sale(EIRE, DAY, "17850", Line.of("22423", "3", "0.001"))
            .sale("United Kingdom", DAY, null, Line.of("84879", "10", "1.69").less("0.9"))
            .takeBack(EIRE, DAY, "12345", Line.of("22423", "1", "2.5"))
            .sale(EIRE, DAY, "17850", Line.of("84879", "7", "1.69"), Line.of("22423", "1", "2.55"))
            .sale("United Kingdom", DAY, null, Line.of("84879", "1", "1.69"))
            .adjust(EIRE, DAY, Line.of("22423", "-4", "0"))
            .reject(7, "ledger", "United Kingdom", "2011-08-12", "-11062.06");

    private TestLake lake;
    private FakeShop shop;
    private Console console;

    @BeforeEach
    void start() throws IOException {
        lake = TestLake.in(directory);
        Stations.createArchive(lake);
        lake.append(LakeNames.ODS_EVENT, Stations.archive(retail));
        build(retail);
        shop = FakeShop.over(retail, rows -> lake.append(LakeNames.ODS_EVENT, rows));
        console = new Console(settings());
    }

    private Path settings() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), FakeShop.TOKEN + "\n");
        return lake.settingsFile(Map.of(Settings.SHOP_URL, shop.url(), Settings.SHOP_TOKEN_FILE, token.toString()));
    }

    private void build(Retail from) {
        Stations.build(lake, from, consumed());
    }

    private Map<String, String> consumed() {
        return Map.of(LakeNames.CONSUMED_SNAPSHOT, Long.toString(lake.snapshot(LakeNames.ODS_EVENT)));
    }

    @AfterEach
    void stop() {
        shop.close();
        lake.close();
    }

    private JsonNode reconcile(int code) throws IOException {
        return reconcile(code, "60s");
    }

    private JsonNode reconcile(int code, String timeout) throws IOException {
        Console.Result result = console.run("reconcile", "--json", "--timeout", timeout);
        assertThat(result.code()).as(result.err() + result.out()).isEqualTo(code);
        return JSON.readTree(result.out());
    }

    private static List<String> keys(JsonNode verdict) {
        List<String> keys = new ArrayList<>();
        verdict.path("differences")
                .forEach(difference -> keys.add(String.join(
                        " ",
                        difference.path("station").asText(),
                        difference.path("store").asText(),
                        difference.path("businessDate").asText(),
                        difference.path("measure").asText())));
        return keys;
    }

    @Test
    void isExactWhenAllStationsAgree() throws IOException {
        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("exact").asBoolean()).isTrue();
        assertThat(verdict.path("compared").asInt()).isEqualTo(3);
        assertThat(verdict.path("differences")).isEmpty();
        assertThat(verdict.path("liveFigures").asInt()).isEqualTo(3);
        assertThat(verdict.path("warehouseTables").asInt()).isEqualTo(6);
        JsonNode badge = JSON.readTree(shop.result());
        assertThat(badge.fieldNames()).toIterable().containsExactly("exact", "compared", "differences", "at");
        assertThat(badge.path("exact").asBoolean()).isTrue();
    }

    @Test
    void saysInWordsWhatWasCompared() {
        Console.Result result = console.run("reconcile");

        assertThat(result.out())
                .contains("✓ till = lake: 3 store-days", "✓ stream = lake: 3 live", "✓ warehouse = lake: 6 tables")
                .endsWith("Exact: 3 store-days\n");
    }

    @Test
    void staysExactWhileOrdersFlow() throws IOException {
        // sold after the cut was taken, archived before its marks, and not yet on the live view
        shop.close();
        shop = FakeShop.over(retail, marks -> {
            Document later = late();
            List<List<Object>> rows = new ArrayList<>(marks);
            rows.add(Stations.archived(
                    later.topic(),
                    later.partition(),
                    later.offset(),
                    later.position(),
                    Retail.event(later).toString()));
            lake.append(LakeNames.ODS_EVENT, rows);
        });
        console = new Console(settings());

        assertThat(reconcile(0).path("compared").asInt()).isEqualTo(3);
    }

    private Document late() {
        retail.sale(EIRE, "2011-09-02", null, Line.of("22423", "1", "1"));
        return retail.documents.get(retail.documents.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({"orders, 9", "units, 1.000", "net, 1.0000", "fingerprint, 12345"})
    void namesATillFigureThatWasChanged(String measure, String value) throws IOException {
        shop.day(EIRE, DAY).put(measure, value);

        assertThat(keys(reconcile(1))).containsExactly("lake EIRE 2011-09-01 " + measure);
    }

    @Test
    void namesAStoreDayThatOnlyTheTillHas() throws IOException {
        ObjectNode extra = shop.day(EIRE, DAY).deepCopy();
        shop.days.add(extra.put("businessDate", "2011-09-30"));

        JsonNode verdict = reconcile(1);

        assertThat(verdict.path("compared").asInt()).isEqualTo(4);
        assertThat(keys(verdict)).isNotEmpty().allMatch(key -> key.startsWith("lake EIRE 2011-09-30 "));
    }

    @ParameterizedTest
    @CsvSource({"orders, 9", "lines, 1", "gross, 1.0000", "net, 0.0000"})
    void namesALiveFigureThatWasChanged(String measure, String value) throws IOException {
        shop.figure("United Kingdom", DAY).put(measure, value);

        assertThat(keys(reconcile(1))).containsExactly("stream United Kingdom 2011-09-01 " + measure);
    }

    @Test
    void namesALiveFigureThatIsMissing() throws IOException {
        shop.figures.remove(shop.figure(EIRE, "2011-08-31"));

        assertThat(keys(reconcile(1, "2s"))).containsExactly("stream EIRE 2011-08-31 figure");
    }

    @Test
    void namesALiveFigureWithoutRows() throws IOException {
        ObjectNode extra = shop.figure(EIRE, DAY).deepCopy();
        shop.figures.add(extra.put("businessDate", "2011-09-30"));

        assertThat(keys(reconcile(1))).isNotEmpty().allMatch(key -> key.startsWith("stream EIRE 2011-09-30 "));
    }

    @Test
    void namesALiveFigureWhoseCutNobodySent() throws IOException {
        shop.figure(EIRE, DAY).put("cut", "99,-1,-1,-1");

        assertThat(keys(reconcile(1))).contains("stream EIRE 2011-09-01 cut");
    }

    @Test
    void comparesALiveFigureAtItsOwnCut() throws IOException {
        // as it was before the last sale of that day
        Document last = retail.sold().get(4);
        shop.figure(EIRE, DAY)
                .put("orders", 1)
                .put("lines", 2)
                .put("units", "3.000")
                .put("gross", "0.0030")
                .put("net", "-2.4970")
                .put("cut", cutWithout(last));
        // the stream has gone past that sale
        shop.figure("United Kingdom", DAY).put("cut", "1,1,0,-1");

        assertThat(keys(reconcile(1, "2s"))).containsExactly("stream EIRE 2011-09-01 cut");
    }

    private String cutWithout(Document last) {
        var cut = io.storehouse.contracts.Cut.empty();
        for (Document document : retail.sold()) {
            if (document != last
                    && document.store().equals(EIRE)
                    && document.date().equals(DAY)) {
                cut = cut.with(document.partition(), document.offset());
            }
        }
        return cut.text();
    }

    private void rewriteArchive(UnaryOperator<String> change) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : Stations.archive(retail)) {
            List<Object> copy = new ArrayList<>(row);
            copy.set(9, change.apply((String) row.get(9)));
            rows.add(copy);
        }
        lake.replace(LakeNames.ODS_EVENT, rows, Map.of());
    }

    @Test
    void namesAnArchivedLineThatWasChanged() throws IOException {
        rewriteArchive(value -> value.replace("\"quantity\":\"7.000\"", "\"quantity\":\"8.000\""));

        assertThat(keys(reconcile(1)))
                .contains(
                        "lake EIRE 2011-09-01 units",
                        "lake EIRE 2011-09-01 fingerprint",
                        "stream EIRE 2011-09-01 units")
                .allMatch(key -> key.contains("EIRE 2011-09-01"));
    }

    @Test
    void namesAnArchivedTotalThatWasChanged() throws IOException {
        rewriteArchive(value -> value.replace("\"lines_total\":\"14.3800\"", "\"lines_total\":\"14.3900\""));

        assertThat(keys(reconcile(1)))
                .singleElement()
                .asString()
                .startsWith("lake EIRE 2011-09-01 sale ")
                .endsWith(" lines_total");
    }

    @Test
    void namesAnArchivedEventThatCannotBeRead() throws IOException {
        rewriteArchive(value -> value.contains("\"14.3800\"") ? value.substring(5) : value);

        assertThat(keys(reconcile(1)))
                .contains("lake EIRE 2011-09-01 orders")
                .anyMatch(key -> key.matches("lake null null storehouse.orders/\\d@\\d+ event"));
    }

    @Test
    void namesAGapInTheArchive() throws IOException {
        List<List<Object>> rows = new ArrayList<>(Stations.archive(retail));
        rows.remove(0);
        lake.replace(LakeNames.ODS_EVENT, rows, Map.of());

        assertThat(keys(reconcile(1)))
                .contains("lake null null storehouse.orders/0 offsets", "lake EIRE 2011-08-31 orders");
    }

    @Test
    void namesAnEventOfUnknownTypeAndOneWithoutPosition() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Stations.archived(
                "storehouse.reference",
                0,
                retail.take("storehouse.reference", 0),
                null,
                Retail.envelope("price_guessed", "1").toString()));
        lake.append(LakeNames.ODS_EVENT, rows);

        assertThat(keys(reconcile(1)))
                .containsExactly(
                        "lake null null storehouse.reference/0@0 position",
                        "lake null null storehouse.reference/0@0 type");
    }

    @Test
    void countsARedeliveredEventOnce() throws IOException {
        Document first = retail.documents.get(0);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Stations.archived(
                first.topic(),
                first.partition(),
                retail.take(first.topic(), first.partition()),
                first.position(),
                Retail.event(first).toString()));
        lake.append(LakeNames.ODS_EVENT, rows);

        assertThat(keys(reconcile(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dwd_trade_order_line_di, 13, 99.0000, warehouse EIRE 2011-08-31 dwd_trade_order_line_di.fingerprint",
        "dwd_trade_order_line_di, 8, 'nobody', warehouse EIRE 2011-08-31 dwd_trade_order_line_di.attributes",
        "dwd_stock_adjustment_di, 6, 1.000, warehouse EIRE 2011-09-01 dwd_stock_adjustment_di.quantity",
        "dwd_import_rejected_di, 8, 1.0000, warehouse United Kingdom 2011-08-12 dwd_import_rejected_di.amount",
        "dws_trade_store_1d, 12, 1.0000, warehouse EIRE 2011-08-31 dws_trade_store_1d.net",
        "dws_trade_sku_1d, 11, 1.0000, warehouse EIRE 2011-08-31 dws_trade_sku_1d[22423].net",
        "dws_trade_customer_1d, 8, 1.0000, warehouse EIRE 2011-08-31 dws_trade_customer_1d[17850].gross"
    })
    void namesAWarehouseRowThatWasChanged(String table, int column, String value, String key) throws IOException {
        Map<String, List<List<Object>>> contents = new LinkedHashMap<>();
        contents.put("dwd_trade_order_line_di", Stations.lines(retail));
        contents.put("dwd_stock_adjustment_di", Stations.adjustments(retail));
        contents.put("dwd_import_rejected_di", Stations.rejected(retail));
        contents.put("dws_trade_store_1d", Stations.storeDays(retail));
        contents.put("dws_trade_sku_1d", Stations.skuDays(retail));
        contents.put("dws_trade_customer_1d", Stations.customerDays(retail));
        List<List<Object>> rows = Objects.requireNonNull(contents.get(table));
        List<Object> changed = new ArrayList<>(rows.get(0));
        changed.set(column, value.matches("[\\d.]+") ? new BigDecimal(value) : value);
        rows.set(0, changed);
        lake.replace(table, rows, Map.of());

        String storeAndDate = key.replaceFirst("warehouse (.*) \\S+$", "$1");
        assertThat(keys(reconcile(1))).contains(key).allMatch(found -> found.contains(storeAndDate));
    }

    @Test
    void comparesTheWarehouseAtTheSnapshotItConsumed() throws IOException {
        // archived after the warehouse was built, and on the till and the live view too
        shop.close();
        Document later = late();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Stations.archived(
                later.topic(),
                later.partition(),
                later.offset(),
                later.position(),
                Retail.event(later).toString()));
        lake.append(LakeNames.ODS_EVENT, rows);
        shop = FakeShop.over(retail, marks -> lake.append(LakeNames.ODS_EVENT, marks));
        console = new Console(settings());

        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("compared").asInt()).isEqualTo(4);
    }

    @Test
    void isExactInAnEmptyShop() throws IOException {
        shop.close();
        lake.close();
        lake = TestLake.in(directory);
        shop = FakeShop.over(new Retail(), marks -> {
            Stations.createArchive(lake);
            lake.append(LakeNames.ODS_EVENT, marks);
        });
        console = new Console(settings());

        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("compared").asInt()).isZero();
        assertThat(verdict.path("exact").asBoolean()).isTrue();
    }

    @Test
    void awaitsTheArchive() {
        Console.Result result = console.run("await");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("Archived up to 0001-");
    }

    @Test
    void givesUpNamingTheEngineWhenTheArchiveStands() throws IOException {
        shop.close();
        shop = FakeShop.over(retail, marks -> {});
        Path file = settings();
        Files.writeString(file, Files.readString(file) + "\nflink.rest-port=1\n");

        Console.Result result = new Console(file).run("reconcile", "--json", "--timeout", "1s");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("0 of 16 marks").contains("Flink does not answer at 127.0.0.1:1");
    }

    @Test
    void saysWhenTheShopIsDown() {
        shop.close();

        Console.Result result = console.run("reconcile");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("The shop does not answer at " + shop.url());
    }

    @Test
    void doesNotCallAStreamExactThatStandsStill() throws IOException {
        shop.figures.forEach(figure -> figure.put("cut", "-1,-1,-1,-1")
                .put("orders", 0)
                .put("returns", 0)
                .put("lines", 0)
                .put("units", "0")
                .put("gross", "0")
                .put("discount", "0")
                .put("returned", "0")
                .put("net", "0"));

        Console.Result result = console.run("reconcile", "--json", "--timeout", "2s");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("The live view is behind on 3 store-days");
    }
}
