package io.storehouse.reports;

import static io.storehouse.reports.Scene.DAY;
import static io.storehouse.reports.Scene.EIRE;
import static io.storehouse.reports.Scene.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.storehouse.contracts.LakeNames;
import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gift card is money owed and no sale: at no station does it count in a figure, and its document still has to add up. */
class ReconcileGiftCardsIT {
    private static final String UK = "United Kingdom";
    private static final String CARDS_ONLY = "2011-09-03";

    @TempDir
    private Path directory;

    private final Retail retail = Scene.retail()
            .sale(EIRE, DAY, "17850", Line.card("25"), Line.of("22423", "1", "2.55"), Line.card("75"))
            .sale(EIRE, CARDS_ONLY, "17999", Line.card("50"))
            .takeBack(EIRE, CARDS_ONLY, "17999", Line.card("50"))
            .takeBack(UK, DAY, null, Line.of("84879", "1", "1.69"), Line.card("25"));
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
        return Scene.reconcile(console, code, "60s");
    }

    @Test
    void isExactWithoutThem() throws IOException {
        Stations.build(lake, retail, Scene.consumed(lake));

        JsonNode verdict = reconcile(0);

        assertThat(verdict.path("exact").asBoolean()).isTrue();
        assertThat(verdict.path("compared").asInt()).isEqualTo(3);
        assertThat(verdict.path("liveFigures").asInt()).isEqualTo(3);
        assertThat(verdict.path("warehouseTables").asInt()).isEqualTo(Stations.WAREHOUSE.size());
    }

    @ParameterizedTest
    @CsvSource({"orders, 4", "units, 14.000", "gross, 116.9330", "net, 114.4330"})
    void namesATillFigureThatCountsThem(String measure, String value) throws IOException {
        shop.day(EIRE, DAY).put(measure, value);

        assertThat(keys(reconcile(1))).containsExactly("lake EIRE 2011-09-01 " + measure);
    }

    @ParameterizedTest
    @CsvSource({"orders, 4", "lines, 7", "units, 14.000", "gross, 116.9330", "net, 114.4330"})
    void namesALiveFigureThatCountsThem(String measure, String value) throws IOException {
        shop.figure(EIRE, DAY).put(measure, value);

        assertThat(keys(reconcile(1))).containsExactly("stream EIRE 2011-09-01 " + measure);
    }

    @Test
    void namesADayOfNothingElseThatTheTillOrTheLiveViewHas() throws IOException {
        shop.days.add(shop.day(EIRE, "2011-08-31").deepCopy().put("businessDate", CARDS_ONLY));
        shop.figures.add(shop.figure(EIRE, "2011-08-31").deepCopy().put("businessDate", CARDS_ONLY));

        assertThat(keys(reconcile(1)))
                .contains("lake EIRE 2011-09-03 orders", "stream EIRE 2011-09-03 orders")
                .allMatch(key -> key.contains(" EIRE 2011-09-03 "));
    }

    @Test
    void namesAWarehouseThatCountsThem() throws IOException {
        Stations.build(lake, retail, Scene.consumed(lake));
        List<List<Object>> rows = Stations.lines(retail);
        List<Object> card = new ArrayList<>(rows.get(rows.size() - 1));
        card.set(5, 2);
        card.set(6, "CARD");
        rows.add(card);
        lake.replace("dwd_trade_order_line_di", rows, Scene.consumed(lake));

        assertThat(keys(reconcile(1)))
                .contains(
                        "warehouse United Kingdom 2011-09-01 dwd_trade_order_line_di.return_lines",
                        "warehouse United Kingdom 2011-09-01 dwd_trade_order_line_di.fingerprint")
                .allMatch(key -> key.startsWith("warehouse United Kingdom 2011-09-01 "));
    }

    @Test
    void namesTheTotalThatACardsLineDoesNotAddUpTo() throws IOException {
        Document sale = ofCardsOnly("sale");
        rewrite(sale, "\"amount\":\"50.0000\",\"reason\"", "\"amount\":\"49.0000\",\"reason\"");

        String document = "lake EIRE 2011-09-03 sale " + sale.id();
        assertThat(keys(reconcile(1)))
                .containsExactlyInAnyOrder(document + " lines_total", document + " payable", document + " fingerprint");
    }

    @Test
    void namesThePaymentThatACardWasNotSoldFor() throws IOException {
        Document back = ofCardsOnly("return");
        rewrite(back, "\"amount\":\"50.0000\"}]", "\"amount\":\"2.0000\"}]");

        assertThat(keys(reconcile(1))).containsExactly("lake EIRE 2011-09-03 return " + back.id() + " payments");
    }

    @Test
    void namesASaleThatWasMadeAGiftCardInTheArchive() throws IOException {
        rewrite(retail.documents.get(0), "\"gift_card\":null", "\"gift_card\":\"1\"");

        assertThat(keys(reconcile(1)))
                .contains("lake EIRE 2011-08-31 orders", "lake EIRE 2011-08-31 fingerprint")
                .allMatch(key -> key.contains("EIRE 2011-08-31") || key.startsWith("lake "));
    }

    @Test
    void namesAGiftCardThatWasMadeASaleInTheArchive() throws IOException {
        Document sale = ofCardsOnly("sale");
        rewrite(sale, "\"gift_card\":\"" + sale.lines().get(0).giftCard() + "\"", "\"gift_card\":null");

        assertThat(keys(reconcile(1)))
                .contains("lake EIRE 2011-09-03 orders", "lake EIRE 2011-09-03 gross", "lake EIRE 2011-09-03 net");
    }

    private Document ofCardsOnly(String kind) {
        return retail.documents.stream()
                .filter(document -> document.date().equals(CARDS_ONLY))
                .filter(document -> document.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void rewrite(Document document, String from, String to) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : Stations.archive(retail)) {
            List<Object> copy = new ArrayList<>(row);
            String value = (String) row.get(9);
            if (value.contains(document.id())) {
                assertThat(value).contains(from);
                copy.set(9, value.replace(from, to));
            }
            rows.add(copy);
        }
        lake.replace(LakeNames.ODS_EVENT, rows, Map.of());
    }
}
