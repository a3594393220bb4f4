package io.storehouse.reports;

import static io.storehouse.reports.Scene.EIRE;
import static io.storehouse.reports.Scene.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.storehouse.contracts.LakeNames;
import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.iceberg.PartitionSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileArchiveIT {
    @TempDir
    private Path directory;

    private final Retail retail = Scene.retail();
    private TestLake lake;
    private FakeShop shop;
    private Console console;

    @BeforeEach
    void start() throws IOException {
        lake = TestLake.in(directory);
        Stations.createArchive(lake);
        lake.append(LakeNames.ODS_EVENT, Stations.archive(retail));
        shop = FakeShop.over(retail, rows -> lake.append(LakeNames.ODS_EVENT, rows));
        console = Scene.console(directory, lake, shop);
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
        return Scene.reconcile(console, code, timeout);
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
        console = Scene.console(directory, lake, shop);

        assertThat(reconcile(0).path("compared").asInt()).isEqualTo(3);
    }

    private Document late() {
        retail.sale(EIRE, "2011-09-02", null, Line.of("22423", "1", "1"));
        return retail.documents.get(retail.documents.size() - 1);
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
    void namesAnArchivedPaymentThatWasChanged() throws IOException {
        rewriteArchive(value -> value.replace("\"amount\":\"14.3800\"}]", "\"amount\":\"14.3900\"}]"));

        assertThat(keys(reconcile(1)))
                .singleElement()
                .asString()
                .startsWith("lake EIRE 2011-09-01 sale ")
                .endsWith(" payments");
    }

    @Test
    void namesAnArchivedRecordThatIsNotWhatTheWarehouseConsumed() throws IOException {
        Stations.build(lake, retail, Scene.consumed(lake));
        rewriteArchive(value -> value.replace("Name of 84879", "Another name"));

        assertThat(keys(reconcile(1)))
                .hasSize(3)
                .allMatch(key -> key.matches("lake (EIRE|United Kingdom) 2011-09-01 storehouse.orders/\\d@\\d record"));
    }

    @Test
    void isExactWhenTheArchiveWasOnlyRewritten() throws IOException {
        Stations.build(lake, retail, Scene.consumed(lake));
        rewriteArchive(value -> value);

        assertThat(keys(reconcile(0))).isEmpty();
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

    @Test
    void comparesTheWarehouseAtTheSnapshotItConsumed() throws IOException {
        // archived after the warehouse was built, and on the till and the live view too
        shop.close();
        Stations.build(lake, retail, Scene.consumed(lake));
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
        console = Scene.console(directory, lake, shop);

        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("compared").asInt()).isEqualTo(4);
    }

    @Test
    void namesTablesThatAWarehouseLacks() throws IOException {
        Stations.build(lake, retail, Scene.consumed(lake));
        lake.drop("dws_trade_store_1d");
        lake.drop("ads_sku_rank");
        lake.create(
                "ads_sku_rank",
                Objects.requireNonNull(Stations.WAREHOUSE.get("ads_sku_rank")),
                PartitionSpec.unpartitioned());

        assertThat(keys(reconcile(1)))
                .containsExactlyInAnyOrder(
                        "warehouse null null dws_trade_store_1d.table", "warehouse null null ads_sku_rank.table");
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
        console = Scene.console(directory, lake, shop);

        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("compared").asInt()).isZero();
        assertThat(verdict.path("exact").asBoolean()).isTrue();
    }

    @Test
    void givesUpNamingTheEngineWhenTheArchiveStands() throws IOException {
        shop.close();
        shop = FakeShop.over(retail, marks -> {});
        Path file = Scene.settings(directory, lake, shop);
        Files.writeString(file, Files.readString(file) + "\nflink.rest-port=1\n");

        Console.Result result = new Console(file).run("reconcile", "--json", "--timeout", "1s");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("0 of 16 marks").contains("Flink does not answer at 127.0.0.1:1");
    }
}
