package io.storehouse.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class ProductTransferIT {
    private static final String PATH = "/api/v1/transfers/products?id=";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String prefix;
    private String category;

    @BeforeEach
    void name() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        prefix = "P" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        category = "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        shop.put("/api/v1/categories/" + category, Map.of("name", "Of one test"));
    }

    @Test
    void listsClassifiesCountsAndCodesAsOneByOneWould() {
        String code = prefix + "Z";
        String csv = "\ufeff货号,名称,售价,类型,分类,品牌,单位,条码,状态\n"
                + prefix + "1,Green tea,12.50,goods," + category.toLowerCase(Locale.ROOT) + ",Longjing,PIECE," + code
                + "1 " + code + "2,active\n"
                + prefix + "2,送货,,服务,,,,,下架\n";

        JsonNode report = upload(csv);

        assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(2);
        JsonNode tea = shop.get("/api/v1/products/" + prefix + "1").body();
        assertThat(tea.path("price").asString()).isEqualTo("12.5000");
        assertThat(tea.path("category").asString()).isEqualTo(category);
        assertThat(tea.path("brand").asString()).isEqualTo("Longjing");
        assertThat(tea.path("unit").asString()).isEqualTo("PIECE");
        assertThat(tea.path("barcode").asString()).isEqualTo(code + "1");
        assertThat(shop.get("/api/v1/products/" + prefix + "1/barcodes").body()).hasSize(2);
        JsonNode service = shop.get("/api/v1/products/" + prefix + "2").body();
        assertThat(service.path("goods").asBoolean()).isFalse();
        assertThat(service.path("delistedAt").isNull()).isFalse();
        assertThat(payloads())
                .hasSize(2)
                .anySatisfy(payload -> assertThat(payload)
                        .contains("\"category_path\":\"" + category + "/\"", "\"price\":\"12.5000\""));
    }

    @Test
    void changesOnlyWhatTheRowSaysAndNothingTwice() {
        upload("sku,name,price,brand\n" + prefix + "1,Tea,1.00,A\n" + prefix + "2,Coffee,2.00,B\n");

        JsonNode second = upload("sku,price,brand\n" + prefix + "1,1.5,\n" + prefix + "2,2.00,B\n");
        JsonNode cleared = upload("sku,price,brand\n" + prefix + "1,-,-\n");
        JsonNode again = upload("sku,price,brand\n" + prefix + "1,-,-\n");

        assertThat(second.path("changed").asInt()).isEqualTo(1);
        assertThat(second.path("unchanged").asInt()).isEqualTo(1);
        assertThat(cleared.path("changed").asInt()).isEqualTo(1);
        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        JsonNode tea = shop.get("/api/v1/products/" + prefix + "1").body();
        assertThat(tea.path("name").asString()).isEqualTo("Tea");
        assertThat(tea.path("price").isNull()).isTrue();
        assertThat(tea.path("brand").isNull()).isTrue();
        assertThat(payloads()).hasSize(4);
    }

    @Test
    void saysOfEachRowWhatIsWrongAndWhere() {
        upload("sku,name,goods,unit,barcode\n" + prefix + "S,Service,service,PIECE," + prefix + "TAKEN\n");
        String csv = "sku,name,price,goods,category,unit,barcode\n"
                + prefix + "1,Tea,abc,,,,\n"
                + prefix + "2,,,,,,\n"
                + prefix + "3,\"=1+1\",,,,,\n"
                + prefix + "4,Tea,,maybe,,,\n"
                + prefix + "5,Tea,,,NOWHERE,,\n"
                + prefix + "6,Tea,,,,NO,\n"
                + prefix + "7,Tea,,,,,4006381333932\n"
                + prefix + "8,Tea,,,,," + prefix + "TAKEN\n"
                + prefix + "S,Service,,goods,,,\n"
                + prefix + "S2,Tea,-3,,,,\n"
                + prefix + "9,Tea,,,,,\n"
                + prefix + "9,Tea again,,,,,\n"
                + prefix + "10,Tea,,,,KG,\n";
        UUID id = UUID.randomUUID();

        JsonNode report = shop.upload(PATH + id, csv).body();

        assertThat(problems(id))
                .containsExactly(
                        "2 price invalid-number abc",
                        "3 name missing-value ",
                        "4 name formula =1+1",
                        "5 goods invalid-choice maybe",
                        "6 category unknown-category NOWHERE",
                        "7 unit unknown-unit NO",
                        "8 barcode invalid-barcode 4006381333932",
                        "9 barcode barcode-taken " + prefix + "TAKEN",
                        "10 goods goods-fixed goods",
                        "11  invalid-product ",
                        "13  duplicate-row ");
        assertThat(report.path("added").asInt()).isEqualTo(2);
        assertThat(report.path("refused").asInt()).isEqualTo(11);
        String download = shop.get("/api/v1/exports/transfers/reports/" + id + "/problems")
                .raw()
                .body();
        assertThat(download.lines().findFirst()).contains("\ufefflineNo,column,code,reason,value");
        assertThat(download).contains("4,name,formula,The cell holds a formula,'=1+1");
    }

    @Test
    void reportsInADryRunExactlyWhatTheRunReports() {
        String code = prefix + "B";
        StringBuilder csv = new StringBuilder("sku,name,barcode\n");
        for (int i = 0; i < 2_600; i++) {
            csv.append(prefix)
                    .append(i % 2_500)
                    .append(",Tea,")
                    .append(code)
                    .append(i % 2_550)
                    .append('\n');
        }
        UUID dry = UUID.randomUUID();
        UUID wet = UUID.randomUUID();

        JsonNode first =
                shop.upload(PATH + dry + "&mode=dry_run", csv.toString()).body();
        assertThat(shop.get("/api/v1/products/" + prefix + "0").status()).isEqualTo(404);
        assertThat(payloads()).isEmpty();
        JsonNode second = shop.upload(PATH + wet, csv.toString()).body();

        for (String count : List.of("rows", "added", "changed", "unchanged", "refused")) {
            assertThat(first.path(count)).as(count).isEqualTo(second.path(count));
        }
        assertThat(second.path("added").asInt()).isEqualTo(2_500);
        assertThat(problems(dry)).isEqualTo(problems(wet)).hasSize(100);
    }

    @Test
    void takesEachRowOnceWhereManySendTheFileAtOnce() {
        String csv = rows(2_200);
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(() -> shop.upload(PATH + UUID.randomUUID(), csv));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.body().path("refused").asInt()).isZero());
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.body().path("added").asInt())
                        .sum())
                .isEqualTo(2_200);
        assertThat(payloads()).hasSize(2_200);
    }

    @Test
    void endsAsIfNothingHadBrokenItOff() {
        String csv = rows(3_000);
        UUID id = UUID.randomUUID();
        byte[] half = csv.substring(0, csv.length() / 2).getBytes(StandardCharsets.UTF_8);
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == half.length) {
                    throw new IOException("The line is cut");
                }
                return half[at++];
            }
        };

        assertThat(AtOnce.run(List.<Callable<Boolean>>of(() -> {
                    try {
                        return shop.upload(PATH + id, HttpRequest.BodyPublishers.ofInputStream(() -> broken))
                                        .status()
                                < 400;
                    } catch (RuntimeException cut) {
                        return false;
                    }
                })))
                .containsExactly(false);
        JsonNode report = shop.upload(PATH + id, csv).body();

        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("done");
        assertThat(report.path("added").asInt() + report.path("unchanged").asInt())
                .isEqualTo(3_000);
        assertThat(payloads()).hasSize(3_000);
    }

    @Test
    void showsHowFarItIsAndStopsWhenItIsCancelled() {
        UUID id = UUID.randomUUID();
        CountDownLatch cancelled = new CountDownLatch(1);
        byte[] begin = rows(2_500).getBytes(StandardCharsets.UTF_8);
        byte[] rest = IntStream.range(2_500, 9_000)
                .mapToObj(i -> prefix + i + ",Name,1\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        InputStream waiting = new InputStream() {
            private int at;

            @Override
            public int read() {
                if (at == begin.length) {
                    await(cancelled);
                }
                int next = at++;
                return next < begin.length
                        ? begin[next]
                        : next - begin.length < rest.length ? rest[next - begin.length] : -1;
            }
        };

        List<ShopHttp.Answer> answers = AtOnce.run(List.<Callable<ShopHttp.Answer>>of(
                () -> shop.upload(PATH + id, HttpRequest.BodyPublishers.ofInputStream(() -> waiting)), () -> {
                    try {
                        ShopHttp.Answer progress = shop.get("/api/v1/transfers/reports/" + id);
                        while (progress.body().path("rows").asInt() == 0) {
                            Thread.onSpinWait();
                            progress = shop.get("/api/v1/transfers/reports/" + id);
                        }
                        assertThat(progress.body().path("state").asString()).isEqualTo("running");
                        return shop.post("/api/v1/transfers/reports/" + id + "/cancel", Map.of());
                    } finally {
                        cancelled.countDown();
                    }
                }));

        assertThat(answers.get(1).body().path("state").asString()).isEqualTo("cancelled");
        assertThat(answers.get(0).code()).isEqualTo("transfer-cancelled");
        assertThat(payloads().size()).isBetween(1, 8_999);
        JsonNode resumed = shop.upload(PATH + id, rows(2_500)).body();
        assertThat(resumed.path("state").asString()).isEqualTo("done");
        assertThat(shop.post("/api/v1/transfers/reports/" + id + "/cancel", Map.of())
                        .code())
                .isEqualTo("transfer-finished");
    }

    @Test
    void namesTheColumnsThatAreMissingAndUnknown() {
        ShopHttp.Answer answer = shop.upload(PATH + UUID.randomUUID(), "name,colour\nTea,green\n");

        assertThat(answer.code()).isEqualTo("unreadable-file");
        assertThat(answer.body().path("detail").asString())
                .startsWith(
                        "Cannot read the file: missing columns: [sku]; unknown columns: [colour]; it may have: [sku,");
    }

    @Test
    void takesBackItsOwnTemplateAndExport() {
        upload("sku,name,price,brand,unit,barcode\n" + prefix + "1,Tea,-,A,KG,\n" + prefix + "2,+5 Tea,3,,," + prefix
                + "K\n");
        String template =
                shop.get("/api/v1/transfers/products/template?lang=zh").raw().body();
        String export = shop.get("/api/v1/exports/products").raw().body();

        assertThat(template).startsWith("\ufeff货号,名称,售价").contains("# 商品编码");
        assertThat(upload(template).path("rows").asInt()).isZero();
        String own = export.lines()
                .filter(line -> line.startsWith("\ufeff") || line.startsWith(prefix))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        assertThat(upload(own).path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void listsVariantsAsOneByOneWould() {
        String spu = spu("colour", "size");
        JsonNode report = upload("sku,name,brand,spu,variant\n"
                + prefix + "1,Shirt red M,," + spu + ",colour=red; size=M\n"
                + prefix + "2,Shirt red L,Own," + spu.toLowerCase(Locale.ROOT) + ",size＝L；colour＝red\n"
                + prefix + "3,Shirt blue M,," + spu + ",\"{\"\"size\"\":\"\"M\"\",\"\"colour\"\":\"\"blue\"\"}\"\n"
                + prefix + "4,Tea,,,\n");
        assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(4);

        JsonNode shirt = shop.get("/api/v1/products/" + prefix + "2").body();
        assertThat(shirt.path("spu").asString()).isEqualTo(spu);
        assertThat(shirt.path("variant").path("size").asString()).isEqualTo("L");
        assertThat(shirt.path("category").asString()).isEqualTo(category);
        assertThat(shirt.path("brand").asString()).isEqualTo("Own");
        assertThat(shop.get("/api/v1/spus/" + spu + "/variants").body()).hasSize(3);
        assertThat(payloads())
                .anySatisfy(payload -> assertThat(payload)
                        .contains(
                                "\"spu\":\"" + spu + "\"", "\"colour\":\"red\"", "\"category\":\"" + category + "\""));

        String own = shop.get("/api/v1/exports/products")
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith("\ufeff") || line.startsWith(prefix))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        JsonNode again = upload(own);
        assertThat(again.path("unchanged").asInt()).as(own + again).isEqualTo(4);
        assertThat(upload("sku,spu,variant\n" + prefix + "4," + spu + ",colour=green; size=M\n")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(shop.get("/api/v1/products/" + prefix + "4")
                        .body()
                        .path("category")
                        .asString())
                .isEqualTo(category);
    }

    @Test
    void saysWhatIsWrongWithVariants() {
        String spu = spu("colour");
        String other = spu("colour");
        upload("sku,name,spu,variant\n" + prefix + "R,Red," + spu + ",colour=red\n");
        UUID id = UUID.randomUUID();
        JsonNode report = shop.upload(
                        PATH + id,
                        "sku,name,brand,spu,variant\n"
                                + prefix + "1,A,,NOWHERE-" + spu + ",colour=blue\n"
                                + prefix + "2,A,," + spu + ",\n"
                                + prefix + "3,A,," + spu + ",size=M\n"
                                + prefix + "4,A,," + spu + ",colour\n"
                                + prefix + "5,A,," + spu + ",colour=a; colour=b\n"
                                + prefix + "6,A,," + spu + ",colour=" + "x".repeat(65) + "\n"
                                + prefix + "7,A,," + spu + ",{broken\n"
                                + prefix + "8,A,Foreign," + spu + ",colour=blue\n"
                                + prefix + "R,,," + other + ",colour=red\n"
                                + prefix + "9,A,," + spu + ",colour=red\n"
                                + prefix + "10,A,," + spu + ",colour=green\n"
                                + prefix + "11,A,," + spu + ",colour=green\n")
                .body();

        assertThat(problems(id).stream().map(problem -> problem.split(" ", 4)[0] + " " + problem.split(" ", 4)[2]))
                .containsExactly(
                        "2 spu-not-found",
                        "3 invalid-variant",
                        "4 invalid-variant",
                        "5 invalid-variant",
                        "6 invalid-variant",
                        "7 invalid-variant",
                        "8 invalid-variant",
                        "9 classified-by-spu",
                        "10 invalid-variant",
                        "11 variant-taken",
                        "13 duplicate-row");
        assertThat(report.path("added").asInt()).isEqualTo(1);
    }

    @Test
    void makesAVariantOnceWhereManyFilesWantIt() {
        String spu = spu("colour");
        List<Callable<ShopHttp.Answer>> clients = IntStream.range(0, 6)
                .<Callable<ShopHttp.Answer>>mapToObj(i -> () -> shop.upload(
                        PATH + UUID.randomUUID(),
                        "sku,name,spu,variant\n" + prefix + i + ",A," + spu + ",colour=red\n"))
                .toList();

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.body().path("added").asInt())
                        .sum())
                .isEqualTo(1);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.body().path("refused").asInt())
                        .sum())
                .isEqualTo(5);
        assertThat(shop.get("/api/v1/spus/" + spu + "/variants").body()).hasSize(1);
    }

    private String spu(String... axes) {
        String code = "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        ShopHttp.Answer defined = shop.put(
                "/api/v1/spus/" + code,
                Map.of("name", "Shirt", "axes", List.of(axes), "category", category, "brand", "Own"));
        assertThat(defined.status()).as(defined.raw().body()).isEqualTo(200);
        return code;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i + ",Name " + i + "," + i + "." + i % 100 + "\n")
                .collect(Collectors.joining("", "sku,name,price\n", ""));
    }

    private JsonNode upload(String csv) {
        return shop.upload(PATH + UUID.randomUUID(), csv).body();
    }

    private List<String> problems(UUID id) {
        List<String> problems = new ArrayList<>();
        shop.get("/api/v1/transfers/reports/" + id + "/problems?limit=1000")
                .body()
                .forEach(problem -> problems.add(problem.path("lineNo").asInt() + " "
                        + problem.path("column").asString("") + " "
                        + problem.path("code").asString() + " "
                        + problem.path("value").asString()));
        return problems;
    }

    private List<String> payloads() {
        return jdbc.sql("select payload from outbox where event_key like :prefix")
                .param("prefix", prefix + "%")
                .query(String.class)
                .list();
    }
}
