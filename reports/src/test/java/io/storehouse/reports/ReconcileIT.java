package io.storehouse.reports;

import static io.storehouse.reports.Scene.DAY;
import static io.storehouse.reports.Scene.EIRE;
import static io.storehouse.reports.Scene.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.contracts.LakeNames;
import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.lake.TestLake;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileIT {
    private static final int TABLES = 14;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static final Retail retail = Scene.retail();
    private static TestLake lake;

    private FakeShop shop;
    private Console console;

    @BeforeAll
    static void build() {
        lake = TestLake.in(directory);
        Stations.createArchive(lake);
        lake.append(LakeNames.ODS_EVENT, Stations.archive(retail));
        Stations.build(lake, retail, Scene.consumed(lake));
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    @BeforeEach
    void start() throws IOException {
        shop = FakeShop.over(retail, rows -> lake.append(LakeNames.ODS_EVENT, rows));
        console = Scene.console(directory, lake, shop);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private JsonNode reconcile(int code) throws IOException {
        return reconcile(code, "60s");
    }

    private JsonNode reconcile(int code, String timeout) throws IOException {
        return Scene.reconcile(console, code, timeout);
    }

    @Test
    void isExactWhenAllStationsAgree() throws IOException {
        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("exact").asBoolean()).isTrue();
        assertThat(verdict.path("compared").asInt()).isEqualTo(3);
        assertThat(verdict.path("differences")).isEmpty();
        assertThat(verdict.path("liveFigures").asInt()).isEqualTo(3);
        assertThat(verdict.path("warehouseTables").asInt()).isEqualTo(TABLES);
        JsonNode badge = JSON.readTree(shop.result());
        assertThat(badge.fieldNames()).toIterable().containsExactly("exact", "compared", "differences", "at");
        assertThat(badge.path("exact").asBoolean()).isTrue();
    }

    @Test
    void saysInWordsWhatWasCompared() {
        Console.Result result = console.run("reconcile");

        assertThat(result.out())
                .contains(
                        "✓ till = lake: 3 store-days",
                        "✓ stream = lake: 3 live",
                        "✓ warehouse = lake: " + TABLES + " tables")
                .endsWith("Exact: 3 store-days\n");
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
        shop.figure("United Kingdom", DAY).put("cut", "2,1,0,-1");

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

    @ParameterizedTest
    @CsvSource({
        "dwd_trade_order_line_di, 13, 99.0000, warehouse EIRE 2011-08-31 dwd_trade_order_line_di.fingerprint",
        "dwd_trade_order_line_di, 8, 'nobody', warehouse EIRE 2011-08-31 dwd_trade_order_line_di.attributes",
        "dwd_trade_order_line_di, 7, 'Nothing', warehouse EIRE 2011-08-31 dwd_trade_order_line_di.attributes",
        "dwd_trade_order_line_di, 24, 5, warehouse EIRE 2011-08-31 dwd_trade_order_line_di.stored_fingerprint",
        "dim_store, 1, 'Eire', warehouse EIRE null dim_store.attributes",
        "dim_product, 1, 'Cake', warehouse null null dim_product[22423].attributes",
        "dim_sku, 1, 'Cake', warehouse null null dim_sku[22423].attributes",
        "dws_sku_name_1d, 2, 'Cake', warehouse null 2011-08-31 dws_sku_name_1d[22423].attributes",
        "ads_sales_month_1m, 11, 1.0000, warehouse null null ads_sales_month_1m[2011-08].discount",
        "ads_sales_store, 3, 'Eire', warehouse EIRE null ads_sales_store[2011-08].name",
        "ads_sku_rank, 3, 'Cake', warehouse null null ads_sku_rank[2011-08 POST].name",
        "ads_customer_rank, 10, 1.0000, warehouse null null ads_customer_rank[2011-08 17850].discount",
        "dwd_stock_adjustment_di, 6, 1.000, warehouse EIRE 2011-09-01 dwd_stock_adjustment_di.quantity",
        "dwd_import_rejected_di, 8, 1.0000, warehouse United Kingdom 2011-08-12 dwd_import_rejected_di.amount",
        "dws_trade_store_1d, 12, 1.0000, warehouse EIRE 2011-08-31 dws_trade_store_1d.net",
        "dws_trade_sku_1d, 11, 1.0000, warehouse EIRE 2011-08-31 dws_trade_sku_1d[22423].net",
        "dws_trade_customer_1d, 9, 1.0000, warehouse EIRE 2011-08-31 dws_trade_customer_1d[17850].gross"
    })
    void namesAWarehouseRowThatWasChanged(String table, int column, String value, String key) throws IOException {
        Map<String, List<List<Object>>> contents = new LinkedHashMap<>();
        contents.put("dwd_trade_order_line_di", Stations.lines(retail));
        contents.put("dwd_stock_adjustment_di", Stations.adjustments(retail));
        contents.put("dwd_import_rejected_di", Stations.rejected(retail));
        contents.put("dws_trade_store_1d", Stations.storeDays(retail));
        contents.put("dws_trade_sku_1d", Stations.skuDays(retail));
        contents.put("dws_trade_customer_1d", Stations.customerDays(retail));
        contents.putAll(Rollups.rows(retail));
        List<List<Object>> rows = Objects.requireNonNull(contents.get(table));
        List<Object> original = rows.get(0);
        List<Object> changed = new ArrayList<>(original);
        changed.set(column, value.matches("[\\d.]+") ? new BigDecimal(value) : value);
        rows.set(0, changed);
        Map<String, String> consumed = lake.table(table).currentSnapshot().summary();
        lake.replace(table, rows, Map.of());

        String storeAndDate = key.replaceFirst("warehouse (.*) \\S+$", "$1");
        List<String> found = keys(reconcile(1));
        rows.set(0, original);
        lake.replace(table, rows, Map.of(LakeNames.CONSUMED_SNAPSHOT, consumed.get(LakeNames.CONSUMED_SNAPSHOT)));
        assertThat(found).contains(key).allMatch(one -> one.contains(storeAndDate));
    }

    @Test
    void awaitsTheArchive() {
        Console.Result result = console.run("await");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("Archived up to 0001-");
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
