package io.storehouse.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class ProductAttributesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private TaxRates taxRates;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String sku;

    @BeforeEach
    void list() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        sku = code("SKU");
        shop.goods(sku);
    }

    @Test
    void givesItsConnectionBackWhenAProductIsRead() {
        for (int more = 0; more < 25; more++) {
            assertThat(shop.get("/api/v1/products/" + sku).status())
                    .as("read " + more)
                    .isEqualTo(200);
        }
    }

    @Test
    void readsEveryBarCodeOfAProduct() {
        String piece = ean();
        String box = ean();
        count("PIECE", Map.of("unit", "BOX", "factor", "12"));

        assertThat(barcodes(Map.of("code", piece), Map.of("code", box, "unit", "BOX"))
                        .status())
                .isEqualTo(200);

        assertThat(scan(piece).body().path("quantity").asString()).isEqualTo("1.000");
        assertThat(scan(box).body().path("quantity").asString()).isEqualTo("12.000");
        assertThat(scan(box).body().path("product").path("sku").asString()).isEqualTo(sku);
        assertThat(shop.get("/api/v1/products?barcode=" + box)
                        .body()
                        .path(0)
                        .path("sku")
                        .asString())
                .isEqualTo(sku);
        assertThat(shop.get("/api/v1/products/" + sku).body().path("barcode").asString())
                .isEqualTo(piece);
        assertThat(scan(ean()).code()).isEqualTo("barcode-not-found");
    }

    @Test
    void tellsOfAllBarCodesAndPacksTogetherAndOnlyWhenTheyChange() {
        String piece = ean();
        String box = ean();
        count("PIECE", Map.of("unit", "BOX", "factor", "12"));
        count("PIECE", Map.of("unit", "BOX", "factor", "12"));
        barcodes(Map.of("code", piece), Map.of("code", box, "unit", "BOX"));
        barcodes(Map.of("code", piece), Map.of("code", box, "unit", "BOX"));
        String packs = "[{\"unit\":\"BOX\",\"factor\":\"12.000\"}]";
        String first = "{\"code\":\"" + piece + "\",\"unit\":null}";
        String second = "{\"code\":\"" + box + "\",\"unit\":\"BOX\"}";

        assertThat(told()).containsExactly("[] []", "[] " + packs, "[" + first + "," + second + "] " + packs);

        shop.upload("/api/v1/transfers/products?id=" + UUID.randomUUID(), "sku,barcode\n" + sku + "," + piece + "\n");
        assertThat(told())
                .as("a file takes a further code away")
                .hasSize(4)
                .last()
                .isEqualTo("[" + first + "] " + packs);
    }

    private List<String> told() {
        return jdbc.sql("""
                select concat(json_compact(json_query(payload, '$.payload.barcodes')), ' ',
                    json_compact(json_query(payload, '$.payload.packs')))
                from outbox where event_key = :sku and type = 'product_changed' order by id
                """).param("sku", sku).query(String.class).list();
    }

    @Test
    void refusesWrongBarCodes() {
        String right = ean();
        String wrong = right.substring(0, 12) + (char) ('0' + (right.charAt(12) - '0' + 1) % 10);

        assertThat(barcodes(Map.of("code", wrong)).code()).isEqualTo("invalid-barcode");
        assertThat(barcodes(Map.of("code", right), Map.of("code", right)).code())
                .isEqualTo("invalid-product");
        assertThat(barcodes(Map.of("code", right, "unit", "BOX")).code()).isEqualTo("unknown-unit");
    }

    @Test
    void refusesAttributesThatAreTooLongAsJson() {
        String spu = "SPU-" + sku.substring(sku.length() - 10);
        shop.put("/api/v1/spus/" + spu, Map.of("name", "Shirt", "axes", List.of("a", "b", "c", "d")));
        String controls = "\u0001".repeat(64);

        ShopHttp.Answer answer = shop.put(
                "/api/v1/spus/" + spu + "/variants/" + sku,
                Map.of("attributes", Map.of("a", controls, "b", controls, "c", controls, "d", controls)));

        assertThat(answer.code()).as(answer.raw().body()).isEqualTo("invalid-variant");
    }

    @Test
    void refusesWrongBarCodesInADefinition() {
        String right = ean();
        String wrong = right.substring(0, 12) + (char) ('0' + (right.charAt(12) - '0' + 1) % 10);

        ShopHttp.Answer unchecked = shop.put("/api/v1/products/" + sku, listing(wrong));
        ShopHttp.Answer tooLong = shop.put("/api/v1/products/" + sku, listing("B".repeat(65)));

        assertThat(unchecked.code()).isEqualTo("invalid-barcode");
        assertThat(tooLong.code()).isEqualTo("invalid-barcode");
        assertThat(shop.put("/api/v1/products/" + sku, listing("  " + right + " "))
                        .body()
                        .path("barcode")
                        .asString())
                .isEqualTo(right);
        assertThat(scan(right).body().path("product").path("sku").asString()).isEqualTo(sku);
    }

    @Test
    void takesAUpcForTheEanThatItIs() {
        String upc = checked("0" + ean().substring(2, 12));
        barcodes(Map.of("code", upc));
        String other = code("SKU");
        shop.goods(other);

        assertThat(scan("0" + upc).body().path("product").path("sku").asString())
                .isEqualTo(sku);
        assertThat(shop.put("/api/v1/products/" + other, listing("0" + upc)).code())
                .isEqualTo("barcode-taken");
    }

    @Test
    void givesABarCodeToOneProductOfManyThatClaimItAtOnce() {
        String code = ean();
        List<String> skus = IntStream.range(0, 8).mapToObj(i -> code("SKU")).toList();

        List<Integer> statuses = AtOnce.run(
                8,
                i -> shop.put("/api/v1/products/" + skus.get(i), listing(code)).status());

        assertThat(statuses).containsOnlyOnce(200).contains(409);
        assertThat(shop.get("/api/v1/products?barcode=" + code).body().size()).isEqualTo(1);
    }

    @Test
    void keepsOtherBarCodesWhenTheFirstChanges() {
        String first = ean();
        String second = ean();
        barcodes(Map.of("code", first), Map.of("code", second));

        shop.put("/api/v1/products/" + sku, listing(second));

        assertThat(shop.get("/api/v1/products/" + sku + "/barcodes").body().findValuesAsString("code"))
                .containsExactly(second);
        assertThat(scan(first).code()).isEqualTo("barcode-not-found");
    }

    @Test
    void readsWhatAScaleWeighed() {
        shop.put("/api/v1/scale-codes/21", Map.of("measure", "WEIGHT", "decimals", 3));
        shop.put("/api/v1/scale-codes/22", Map.of("measure", "PRICE", "decimals", 2));
        String item = digits(5);
        count("KG");
        barcodes(Map.of("code", "21" + item), Map.of("code", "22" + item));

        ShopHttp.Answer weighed = scan(checked("21" + item + "01234"));
        ShopHttp.Answer priced = scan(checked("22" + item + "01999"));

        assertThat(weighed.body().path("quantity").asString()).isEqualTo("1.234");
        assertThat(priced.body().path("amount").asString()).isEqualTo("19.9900");
        assertThat(priced.body().path("quantity").isNull()).isTrue();
        String misread = checked("21" + item + "01234").substring(0, 12)
                + (char) ('0' + (checked("21" + item + "01234").charAt(12) - '0' + 1) % 10);
        assertThat(scan(misread).code()).isEqualTo("invalid-barcode");
    }

    @Test
    void countsInOneUnitForEver() {
        assertThat(count("KG").status()).isEqualTo(200);
        assertThat(count("KG", Map.of("unit", "G", "factor", "0.001")).status()).isEqualTo(200);
        assertThat(count("PIECE").code()).isEqualTo("unit-fixed");
        assertThat(count("KG", Map.of("unit", "G", "factor", "0.0005")).code()).isEqualTo("invalid-number");
        assertThat(count("KG", Map.of("unit", "G", "factor", "0")).code()).isEqualTo("invalid-product");
        assertThat(count("KG", Map.of("unit", "NONE", "factor", "2")).code()).isEqualTo("unknown-unit");
    }

    @Test
    void keepsThePackThatABarCodeNames() {
        count("PIECE", Map.of("unit", "BOX", "factor", "6"));
        barcodes(Map.of("code", ean(), "unit", "BOX"));

        assertThat(count("PIECE").code()).isEqualTo("invalid-product");
        assertThat(shop.get("/api/v1/products/" + sku + "/packs").body().size()).isEqualTo(1);
    }

    @Test
    void makesOneVariantOfManyThatRace() {
        String spu = code("SPU");
        shop.put("/api/v1/spus/" + spu, Map.of("name", "Shirt", "axes", List.of("colour", "size")));
        List<String> skus = IntStream.range(0, 8).mapToObj(i -> code("SKU")).toList();
        skus.forEach(shop::goods);

        List<Integer> statuses =
                AtOnce.run(8, i -> vary(spu, skus.get(i), "red", "M").status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
        assertThat(vary(spu, sku, "red", "L").status()).isEqualTo(200);
        assertThat(shop.get("/api/v1/spus/" + spu + "/variants").body().size()).isEqualTo(2);
    }

    @Test
    void classifiesVariantsByTheirSpu() {
        String spu = code("SPU");
        String category = code("CAT");
        shop.put("/api/v1/categories/" + category, Map.of("name", "Shirts"));
        shop.put("/api/v1/spus/" + spu, Map.of("name", "Shirt", "axes", List.of("colour", "size")));
        vary(spu, sku, "red", "M");

        shop.put(
                "/api/v1/spus/" + spu,
                Map.of("name", "Shirt", "axes", List.of("colour", "size"), "category", category, "brand", "Loom"));

        assertThat(shop.get("/api/v1/products/" + sku).body().path("category").asString())
                .isEqualTo(category);
        assertThat(shop.put("/api/v1/products/" + sku + "/classification", Map.of("brand", "Other"))
                        .code())
                .isEqualTo("classified-by-spu");
        assertThat(shop.put("/api/v1/spus/" + spu, Map.of("name", "Shirt", "axes", List.of("size")))
                        .code())
                .isEqualTo("axes-fixed");
        assertThat(shop.put("/api/v1/spus/" + spu + "/variants/" + sku, Map.of("attributes", Map.of("size", "M")))
                        .code())
                .isEqualTo("invalid-variant");
    }

    @Test
    void sellsNothingDelistedButTakesItBack() {
        String store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.receive(store, sku, "10");
        Map<String, Object> line = ShopHttp.line(sku, "1", "1");
        Map<String, Object> sale = ShopHttp.order(store, List.of(line), "1");
        assertThat(shop.post("/api/v1/orders", sale).status()).isEqualTo(201);
        shop.put("/api/v1/products/" + sku + "/status", Map.of("status", "DELISTED"));

        Map<String, Object> late = ShopHttp.order(store, List.of(ShopHttp.line(sku, "1", "1")), "1");
        assertThat(shop.post("/api/v1/orders", late).status())
                .as("a sale from before the delisting")
                .isEqualTo(201);
        Map<String, Object> now = ShopHttp.order(store, List.of(ShopHttp.line(sku, "1", "1")), "1");
        now.put("occurredAt", Instant.now().plusSeconds(5).toString());
        assertThat(shop.post("/api/v1/orders", now).code()).isEqualTo("product-delisted");
        assertThat(shop.post("/api/v1/orders", sale).status()).as("a replay").isEqualTo(201);
        Map<String, Object> takeback = Map.of(
                "id",
                UUID.randomUUID(),
                "orderId",
                sale.get("id"),
                "store",
                store,
                "occurredAt",
                "2026-03-03T10:00:00Z",
                "lines",
                List.of(Map.of(
                        "id", UUID.randomUUID(), "orderLineNo", 1, "sku", sku, "quantity", "1", "unitPrice", "1")),
                "refunds",
                List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", "1")));
        ShopHttp.Answer returned = shop.post("/api/v1/returns", takeback);
        assertThat(returned.status()).as(returned.raw().body()).isEqualTo(201);
        shop.put("/api/v1/products/" + sku + "/status", Map.of("status", "ACTIVE"));
        assertThat(shop.post("/api/v1/orders", now).status()).isEqualTo(201);
    }

    @Test
    void keepsTaxRatesThatHaveBegun() {
        String tax = code("TAX");
        shop.put("/api/v1/tax-classes/" + tax, Map.of("name", "Standard"));
        LocalDate next = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(40);

        assertThat(rate(tax, LocalDate.parse("2020-01-01"), "17.5").status()).isEqualTo(200);
        assertThat(rate(tax, next, "20").status()).isEqualTo(200);
        assertThat(rate(tax, next, "21.125").status()).isEqualTo(200);
        assertThat(rate(tax, LocalDate.parse("2020-01-01"), "18").code()).isEqualTo("tax-rate-fixed");
        assertThat(rate(tax, LocalDate.parse("2021-01-01"), "18").code()).isEqualTo("tax-rate-fixed");
        assertThat(rate(tax, next, "101").code()).isEqualTo("invalid-product");

        assertThat(percentAt(tax, LocalDate.parse("2019-12-31"))).isEmpty();
        assertThat(percentAt(tax, next.minusDays(1))).containsExactly("17.5000");
        assertThat(percentAt(tax, next.plusDays(1))).containsExactly("21.1250");
    }

    private List<String> percentAt(String tax, LocalDate date) {
        return taxRates.of(List.of(tax)).percentAt(tax, date).stream()
                .map(percent -> percent.toPlainString())
                .toList();
    }

    private ShopHttp.Answer rate(String tax, LocalDate from, String percent) {
        return shop.put("/api/v1/tax-classes/" + tax + "/rates/" + from, Map.of("percent", percent));
    }

    private ShopHttp.Answer vary(String spu, String each, String colour, String size) {
        return shop.put(
                "/api/v1/spus/" + spu + "/variants/" + each,
                Map.of("attributes", Map.of("colour", colour, "size", size)));
    }

    @SafeVarargs
    private ShopHttp.Answer barcodes(Map<String, String>... codes) {
        return shop.put("/api/v1/products/" + sku + "/barcodes", Map.of("barcodes", List.of(codes)));
    }

    @SafeVarargs
    private ShopHttp.Answer count(String unit, Map<String, String>... packs) {
        return shop.put(
                "/api/v1/products/" + sku + "/units", Map.of("unit", unit, "packs", new ArrayList<>(List.of(packs))));
    }

    private ShopHttp.Answer scan(String code) {
        return shop.get("/api/v1/scans/" + code);
    }

    private static Map<String, Object> listing(String barcode) {
        return Map.of("name", "Mug", "barcode", barcode, "goods", true);
    }

    private static String ean() {
        return checked("69" + digits(10));
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder();
        ThreadLocalRandom.current().ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private static String checked(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (Barcode.isChecked(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException(digits);
    }

    private static String code(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }
}
