package io.storehouse.shop.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.formats.DocumentId;
import io.storehouse.formats.DocumentKind;
import io.storehouse.formats.UuidV5;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class ImportIT {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String OK = "900001,IT-CUP,Cup,3,2010-12-01 08:26:00,2.55,17850.0,Importia\n";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private ShopHttp shop;
    private ImportBench bench;

    @BeforeEach
    void clean() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        bench = new ImportBench(context);
        bench.clean();
    }

    @Test
    void importsAWeekToTheLastDigitAndTwiceTheSame() {
        JsonNode report = importFile("week.csv", SampleWeek.whole());

        assertThat(report.path("state").asString()).isEqualTo("DONE");
        assertThat(report.path("rowsRead").asInt()).isEqualTo(SampleWeek.ROWS);
        assertThat(report.path("rowsPosted").asInt()).isEqualTo(SampleWeek.ROWS);
        assertThat(report.path("rowsTotal").asInt()).isEqualTo(SampleWeek.ROWS);
        assertCount(report, "sale", 16_676, "339876.4900");
        assertCount(report, "return", 183, "-59110.0100");
        assertCount(report, "adjustment", 126, "0.0000");
        assertCount(report, "rejected", 0, "0.0000");
        assertThat(bench.one("select count(*) from sale_order")).isEqualTo("611");
        assertThat(bench.one("select sum(amount) from sale_line")).isEqualTo("339876.4900");
        assertThat(bench.one("select sum(amount) from return_line")).isEqualTo("59110.0100");
        assertThat(bench.brokenBalances()).isEmpty();
        Map<String, Long> events = bench.events();
        assertThat(events).containsEntry("order_placed", 611L).containsEntry("return_accepted", 79L);
        assertThat(events).containsEntry("stock_adjusted", 70L);

        Map<String, String> figures = bench.figures();
        JsonNode again = importFile("again.csv", SampleWeek.whole());
        assertThat(again.path("alreadyImported").asInt()).isEqualTo(SampleWeek.ROWS);
        assertThat(again.path("rowsTotal").asInt()).isZero();
        assertThat(bench.figures()).isEqualTo(figures);
        assertThat(bench.events()).isEqualTo(events);
    }

    @Test
    void resumesBetweenAnyTwoTransactions() {
        bench.runToEnd(bench.job(SampleWeek.days("2010-12-01", "2010-12-02")));
        Map<String, String> figures = bench.figures();
        String receipts = bench.one("select concat(count(*), ' ', sum(quantity)) from stock_receipt_line");
        bench.clean();

        int steps = bench.runInPieces(bench.job(SampleWeek.days("2010-12-01", "2010-12-02")));

        assertThat(steps).isGreaterThan(5);
        assertThat(bench.figures()).isEqualTo(figures);
        assertThat(bench.one("select concat(count(*), ' ', sum(quantity)) from stock_receipt_line"))
                .isEqualTo(receipts);
    }

    @Test
    void givesTheSameStockWhateverTheOrderOfFiles() {
        bench.runToEnd(bench.job(SampleWeek.days("2010-12-01", "2010-12-01")));
        bench.runToEnd(bench.job(SampleWeek.days("2010-12-02", "2010-12-02")));
        Map<String, String> figures = bench.figures();
        bench.clean();

        bench.runToEnd(bench.job(SampleWeek.days("2010-12-02", "2010-12-02")));
        bench.runToEnd(bench.job(SampleWeek.days("2010-12-01", "2010-12-01")));

        assertThat(bench.figures()).isEqualTo(figures);
        assertThat(bench.brokenBalances()).isEmpty();
    }

    @Test
    void rejectsAKnownInvoiceWithOtherContent() {
        importFile("first.csv", csv(OK));
        JsonNode report = importFile("second.csv", csv(OK.replace(",3,", ",4,")));

        assertCount(report, "sale", 0, "0.0000");
        assertCount(report, "rejected", 1, "10.2000");
        assertThat(report.path("rowsRead").asInt()).isEqualTo(1);
        JsonNode rejection = rejections(report).path(0);
        assertThat(rejection.path("code").asString()).isEqualTo("invoice_changed");
        assertThat(rejection.path("lineNo").asInt()).isEqualTo(2);
        assertThat(rejection.path("text").asString()).isEqualTo(OK.strip().replace(",3,", ",4,"));
        assertThat(bench.one("select sum(quantity) from sale_line")).isEqualTo("3.000");
    }

    @Test
    void rejectsBrokenRowsAndPostsTheOthers() {
        byte[] file = csv(OK
                + "900002,IT-CUP,Cup,many,2010-12-01 08:26:00,2.55,,Importia\n"
                + "900003,IT-CUP,Cup,1,yesterday,2.55,,Importia\n"
                + "900004,IT-CUP,Cup,1\n"
                + "900005,IT-CUP,=cmd(),1,2010-12-01 08:26:00,2.55,,Importia\n"
                + "A900006,B,Adjust bad debt,1,2010-12-01 08:26:00,-11062.06,,Importia\n"
                + "900007,IT-CUP,caf\u00e9,1,2010-12-01 08:26:00,2.55,,Importia\n"
                + "C900008,IT-CUP,Cup,-1,2010-12-01 09:26:00,2.55,,Importia\n");
        JsonNode report = importFile("broken.csv", latin1(file));

        assertThat(report.path("rowsRead").asInt()).isEqualTo(8);
        assertCount(report, "sale", 1, "7.6500");
        assertCount(report, "return", 1, "-2.5500");
        assertCount(report, "rejected", 6, "-11056.9600");
        assertThat(rejections(report).findValues("code"))
                .extracting(JsonNode::asString)
                .containsExactly("bad_number", "bad_date", "column_count", "formula", "ledger", "not_utf8");
        assertThat(bench.events()).containsEntry("rows_rejected", 1L);
        assertThat(bench.one("select payload from outbox where type = 'rows_rejected'"))
                .contains("\"code\":\"ledger\"", "\"amount\":\"-11062.0600\"", "\"business_date\":\"2010-12-01\"");
    }

    /** Fails where the guard of a balance is broken: the stock of one invoice is taken away before it is posted. */
    @Test
    void refusesAnInvoiceWhoseStockIsGone() {
        UUID job = bench.job(csv(OK + "900002,IT-MUG,Mug,2,2010-12-01 08:30:00,1,,Importia\n"));
        bench.runUntil(job, ImportState.POSTING);
        ShopHttp.Answer taken = shop.post(
                "/api/v1/stock/adjustments",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "reference",
                        "thief",
                        "store",
                        "Importia",
                        "occurredAt",
                        "2010-12-01T07:00:00Z",
                        "lines",
                        List.of(Map.of("sku", "IT-CUP", "quantity", "-1", "reason", "stolen"))));
        assertThat(taken.status()).isEqualTo(201);

        bench.runToEnd(job);

        JsonNode report = shop.get("/api/v1/imports/" + job).body();
        assertThat(report.path("state").asString()).isEqualTo("DONE");
        assertCount(report, "sale", 1, "2.0000");
        assertCount(report, "rejected", 1, "7.6500");
        assertThat(rejections(report).path(0).path("code").asString()).isEqualTo("insufficient_stock");
        assertThat(rejections(report).path(0).path("text").asString()).isEqualTo(OK.strip());
        assertThat(bench.brokenBalances()).isEmpty();
        assertThat(bench.one("select on_hand from stock_balance where sku = 'IT-CUP'"))
                .isEqualTo("2.000");

        JsonNode retried = importFile("again.csv", csv(OK));
        assertCount(retried, "sale", 1, "7.6500");
    }

    @Test
    void takesAnOrderThatATillSentAsImported() {
        importFile("first.csv", csv(OK.replace("900001", "900000")));
        shop.receive("Importia", "IT-CUP", "3");
        assertThat(shop.post("/api/v1/orders", replayed("3", "7.65")).status()).isEqualTo(201);
        Map<String, String> figures = bench.figures();

        JsonNode report = importFile("second.csv", csv(OK));

        assertThat(report.path("alreadyImported").asInt()).isEqualTo(1);
        assertThat(bench.figures()).isEqualTo(figures);
    }

    @Test
    void takesAnOrderThatATillSendsMeanwhileAsImported() {
        UUID job = bench.job(csv(OK));
        bench.runUntil(job, ImportState.POSTING);
        assertThat(shop.post("/api/v1/orders", replayed("3", "7.65")).status()).isEqualTo(201);

        bench.runToEnd(job);

        JsonNode report = shop.get("/api/v1/imports/" + job).body();
        assertThat(report.path("alreadyImported").asInt()).isEqualTo(1);
        assertCount(report, "sale", 0, "0.0000");
        assertThat(bench.one("select count(*) from sale_order")).isEqualTo("1");
    }

    @Test
    void rejectsAnInvoiceThatATillRecordedWithOtherContent() {
        importFile("first.csv", csv(OK.replace("900001", "900000")));
        shop.receive("Importia", "IT-CUP", "2");
        assertThat(shop.post("/api/v1/orders", replayed("2", "5.10")).status()).isEqualTo(201);
        Map<String, String> figures = bench.figures();

        for (String name : List.of("second.csv", "third.csv")) {
            JsonNode report = importFile(name, csv(OK + OK.replace("900001", "900002")));
            assertCount(report, "rejected", 1, "7.6500");
            assertThat(rejections(report).path(0).path("code").asString()).isEqualTo("invoice_changed");
            assertThat(report.path("alreadyImported").asInt()).isEqualTo(name.equals("second.csv") ? 0 : 1);
        }

        assertThat(bench.one("select count(*) from sale_order")).isEqualTo("3");
        assertThat(bench.figures()).isNotEqualTo(figures);
        assertThat(bench.one("select sum(quantity) from stock_receipt_line")).isEqualTo("8.000");
        assertThat(bench.brokenBalances()).isEmpty();
    }

    @Test
    void rejectsWhatATillRecordsOtherwiseMeanwhileAndOpensItOnce() {
        UUID job = bench.job(csv(OK));
        bench.runUntil(job, ImportState.POSTING);
        assertThat(shop.post("/api/v1/orders", replayed("2", "5.10")).status()).isEqualTo(201);
        bench.runToEnd(job);
        JsonNode report = shop.get("/api/v1/imports/" + job).body();
        assertCount(report, "rejected", 1, "7.6500");
        assertThat(report.path("alreadyImported").asInt()).isZero();

        assertCount(importFile("again.csv", csv(OK)), "rejected", 1, "7.6500");

        assertThat(bench.one("select sum(quantity) from stock_receipt_line")).isEqualTo("3.000");
    }

    @Test
    void failsAJobThatShopsDiedOf() {
        UUID job = bench.job(csv(OK));
        bench.startedBefore(job, 5);

        assertThat(importFile("next.csv", csv(OK)).path("state").asString()).isEqualTo("DONE");

        JsonNode report = shop.get("/api/v1/imports/" + job).body();
        assertThat(report.path("state").asString()).isEqualTo("FAILED");
        assertThat(report.path("message").asString()).contains("stopped 5 times");
    }

    @Test
    void failsAFileThatIsNotOfTheFormat() {
        JsonNode report = importFile("other.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("state").asString()).isEqualTo("FAILED");
        assertThat(report.path("message").asString()).startsWith("Invalid header: it lacks Country");
    }

    @Test
    void failsWhereTheFileIsGoneAndTheNextImportTakesOver() {
        UUID job = bench.job(csv(OK));
        bench.runUntil(job, ImportState.POSTING);
        bench.loseFiles();
        bench.runToEnd(job);
        JsonNode failed = shop.get("/api/v1/imports/" + job).body();
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("message").asString()).startsWith("The received file is gone");

        JsonNode report = importFile("again.csv", csv(OK));

        assertCount(report, "sale", 1, "7.6500");
        assertThat(bench.one("select sum(quantity) from stock_receipt_line")).isEqualTo("3.000");
    }

    @Test
    void receivesOpeningStockOnceWhereAJobFailedWhileItWasReceived() {
        StringBuilder rows = new StringBuilder();
        for (int month = 1; month <= 6; month++) {
            rows.append(String.format(
                    Locale.ROOT, "90000%d,IT-CUP,Cup,%d,2011-0%d-01 08:26:00,1,,Importia%n", month, month, month));
        }
        UUID job = bench.job(csv(rows.toString()));
        bench.runUntil(job, ImportState.OPENING);
        bench.run(job).step();
        assertThat(bench.one("select count(*) from stock_receipt")).isEqualTo("4");
        bench.loseFiles();
        bench.runToEnd(job);
        assertThat(shop.get("/api/v1/imports/" + job).body().path("state").asString())
                .isEqualTo("FAILED");

        JsonNode report = importFile("again.csv", csv(rows.toString()));

        assertCount(report, "sale", 6, "21.0000");
        assertThat(bench.one("select sum(quantity) from stock_receipt_line")).isEqualTo("21.000");
        assertThat(bench.one("select on_hand from stock_balance where sku = 'IT-CUP'"))
                .isEqualTo("0.000");
    }

    /** 16 digits of pieces are more than a receipt can hold: its line is refused, and the others are received one by one. */
    @Test
    void receivesAllThatCanBeReceivedOrNothing() {
        byte[] file = csv(OK
                + "900002,IT-MUG,Mug,2,2010-12-01 08:30:00,1,,Importia\n"
                + "900003,IT-GRAIN,Grain,999999999999999,2010-12-01 08:30:00,0,,Importia\n"
                + "900004,IT-GRAIN,Grain,999999999999999,2010-12-01 08:31:00,0,,Importia\n");
        UUID first = bench.job(file);
        bench.runUntil(first, ImportState.OPENING);
        assertThatThrownBy(() -> bench.runThatCannotMarkOpened(first).step()).hasMessage("Cannot mark");
        bench.loseFiles();
        bench.runToEnd(first);

        JsonNode report = importFile("again.csv", file);

        assertCount(report, "sale", 2, "9.6500");
        assertCount(report, "rejected", 2, "0.0000");
        assertThat(bench.one("select sum(quantity) from stock_receipt_line")).isEqualTo("5.000");
        assertThat(bench.brokenBalances()).isEmpty();
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThat(send("/api/v1/imports?format=other&name=a.csv", csv(OK))
                        .path("code")
                        .asString())
                .isEqualTo("unknown-format");
        assertThat(shop.get("/api/v1/imports/" + UUID.randomUUID()).code()).isEqualTo("import-not-found");
    }

    /** The order that a replay sends of the invoice in {@link #OK}, of as many cups. */
    private static Map<String, Object> replayed(String quantity, String payable) {
        UUID id = DocumentId.of("online-retail", "900001", DocumentKind.SALE);
        Map<String, Object> order = ShopHttp.order(
                "Importia",
                List.of(Map.of(
                        "id",
                        UuidV5.of(id, "line/1"),
                        "sku",
                        "IT-CUP",
                        "name",
                        "Cup",
                        "quantity",
                        quantity,
                        "unitPrice",
                        "2.55")),
                payable);
        order.put("id", id);
        order.put("number", "900001");
        order.put("customer", "17850");
        order.put("occurredAt", "2010-12-01T08:26:00Z");
        order.put("payments", List.of(Map.of("id", UuidV5.of(id, "payment"), "tender", "external", "amount", payable)));
        return order;
    }

    private JsonNode importFile(String name, byte[] file) {
        JsonNode accepted = send("/api/v1/imports?format=online-retail&name=" + name, file);
        String path = "/api/v1/imports/" + accepted.path("id").asString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> shop.get(path).body(),
                        report -> List.of("DONE", "FAILED")
                                .contains(report.path("state").asString()));
    }

    private JsonNode send(String path, byte[] file) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + RealEngines.SERVICE_TOKEN)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode rejections(JsonNode report) {
        return shop.get("/api/v1/imports/" + report.path("id").asString() + "/rejections")
                .body();
    }

    private static void assertCount(JsonNode report, String kind, int rows, String amount) {
        JsonNode count = report.path("counts").path(kind);
        assertThat(count.path("rows").asInt()).as(kind).isEqualTo(rows);
        assertThat(count.path("amount").asString()).as(kind).isEqualTo(amount);
    }

    private static byte[] csv(String rows) {
        return (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
    }
}
