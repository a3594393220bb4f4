package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small chain: three stores, what they sell, who works there and who buys. */
final class World {
    static final String SERVICE_SKU = "DAY-POST";
    static final String CARD_SKU = "DAY-CARD";
    static final String SHARED_COUPON = "DAYSHARED";
    static final int SHARED_LIMIT = 12;
    static final int CUSTOMER_LIMIT = 2;
    static final BigDecimal POINTS_PER_UNIT = new BigDecimal("2");

    /** A store; its cash step is null where cash does not round. */
    record Place(String code, String currency, @Nullable BigDecimal step, String manager) {}

    /** A gift card that was issued by hand. */
    record GiftCard(UUID id, String code, BigDecimal amount) {}

    final ShopHttp service;
    final List<String> skus =
            IntStream.rangeClosed(1, 6).mapToObj(i -> "DAY-GOODS-" + i).toList();
    final List<String> members =
            IntStream.rangeClosed(1, 6).mapToObj(i -> "DAY-MEMBER-" + i).toList();
    final List<Place> places = new ArrayList<>();
    final List<GiftCard> cards = new ArrayList<>();
    final List<String> coupons = new ArrayList<>();
    private final int port;
    private final Chance chance;

    World(int port, Chance chance) {
        this.port = port;
        this.chance = chance;
        service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
    }

    /** Defines everything. */
    World open() {
        People people = new People(port);
        openPlace(people, "Day London", "Europe/London", "GBP", null);
        openPlace(people, "Day Leeds", "Europe/London", "GBP", new BigDecimal("0.05"));
        openPlace(people, "Day Zug", "Europe/Zurich", "CHF", new BigDecimal("0.05"));
        for (int i = 0; i < skus.size(); i++) {
            put(
                    "products/" + skus.get(i),
                    Body.of("name", "Goods " + i, "goods", true, "price", "" + (3 + 4 * i) + ".45"));
        }
        put("products/" + SERVICE_SKU, Body.of("name", "Postage", "goods", false, "price", "2.95"));
        put("products/" + CARD_SKU, Body.of("name", "Gift card", "goods", false));
        put("suppliers/DAY", Body.of("name", "Supplier", "leadTimeDays", 1));
        put("loyalty/programme", programme());
        members.forEach(member -> put("customers/" + member, Map.of()));
        defineRules();
        issueCards();
        return this;
    }

    /** A till with a drawer, by its token. */
    ShopHttp register(Place place, String code) {
        put("stores/" + ShopHttp.encode(place.code()) + "/registers/" + code, Map.of("name", code));
        return new ShopHttp(
                port,
                service.post("/api/v1/tills", Map.of("store", place.code(), "code", code))
                        .body()
                        .path("token")
                        .asString());
    }

    Place place(String code) {
        return places.stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    boolean goods(String sku) {
        return skus.contains(sku);
    }

    private void openPlace(People people, String code, String zone, String currency, @Nullable BigDecimal step) {
        put(
                "stores/" + ShopHttp.encode(code),
                Body.of("name", code, "timeZone", zone, "currency", currency, "cashRounding", step));
        places.add(new Place(code, currency, step, people.hire("store_manager", code)));
    }

    private static Map<String, Object> programme() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("currency", "GBP");
        body.put("pointsPerUnit", POINTS_PER_UNIT.toPlainString());
        body.put("pointValue", "0.01");
        body.put("tierMonths", 12);
        body.put("validFrom", "2020-01-01");
        body.put("tiers", List.of(tier("gold", "600", "2"), tier("silver", "150", "1.5")));
        return body;
    }

    private static Map<String, Object> tier(String code, String threshold, String multiplier) {
        return Map.of("code", code, "threshold", threshold, "multiplier", multiplier);
    }

    private void defineRules() {
        List<String> pounds = List.of(places.get(0).code(), places.get(1).code());
        put("promotions/DAY-TEN", rule("percentage", pounds, "percent", "10", "skus", skus.subList(0, 2)));
        Map<String, Object> save = rule("spend_and_save", pounds, null, null, "currency", "GBP");
        save.put("terms", Map.of("steps", List.of(Map.of("threshold", "50", "amount", "7.01"))));
        put("promotions/DAY-SAVE", save);
        Map<String, Object> gold = rule("percentage", pounds, "percent", "3.5", "tiers", List.of("gold"));
        put("promotions/DAY-GOLD", gold);
        Map<String, Object> shared = rule(null, pounds, "amount", "1.37", "currency", "GBP");
        shared.put("sharedCode", SHARED_COUPON);
        shared.put("totalLimit", SHARED_LIMIT);
        shared.put("customerLimit", CUSTOMER_LIMIT);
        put("coupon-campaigns/DAY-SHARED", shared);
        Map<String, Object> single = rule(null, pounds, "percent", "15", "restorable", true);
        put("coupon-campaigns/DAY-ONCE", single);
        UUID batch = chance.id();
        assertThat(service.post("/api/v1/coupon-campaigns/DAY-ONCE/codes", Map.of("id", batch, "count", 40))
                        .status())
                .isEqualTo(201);
        service.get("/api/v1/coupon-campaigns/DAY-ONCE/codes?limit=1000&batch=" + batch)
                .body()
                .forEach(coupon -> coupons.add(coupon.path("code").asString()));
        coupons.add(SHARED_COUPON);
        coupons.add(SHARED_COUPON);
    }

    private static Map<String, Object> rule(
            @Nullable String kind, List<String> stores, @Nullable String term, @Nullable String value, Object... more) {
        Map<String, Object> rule = Body.of(
                "name", "a rule", "kind", kind, "startsAt", "2020-01-01T00:00:00Z", "endsAt", "2100-01-01T00:00:00Z");
        rule.put("stores", stores);
        rule.put("terms", Body.of(String.valueOf(term), value));
        rule.putAll(Body.of(more));
        return rule;
    }

    private void issueCards() {
        for (int i = 0; i < 12; i++) {
            GiftCard card = new GiftCard(chance.id(), chance.code(), chance.decimal(500, 9000, 2));
            ShopHttp.Answer issued = service.post(
                    "/api/v1/gift-cards",
                    Body.of(
                            "id",
                            card.id(),
                            "store",
                            places.get(i % 2).code(),
                            "code",
                            card.code(),
                            "amount",
                            card.amount(),
                            "occurredAt",
                            now(),
                            "reason",
                            "a present"));
            assertThat(issued.status()).as(issued.raw().body()).isEqualTo(201);
            cards.add(card);
        }
    }

    void put(String path, Map<String, Object> body) {
        ShopHttp.Answer answer = service.put("/api/v1/" + path, body);
        assertThat(answer.status()).as(path + " " + answer.raw().body()).isEqualTo(200);
    }

    static String now() {
        return java.time.Instant.now()
                .truncatedTo(java.time.temporal.ChronoUnit.MICROS)
                .toString();
    }

    static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
}
