package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A whole day in a store through the described API only: at its end every report says what adding up by hand says. */
@ShopTest
class GeneratedDayIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final String tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String store = "High Street " + tag;
    private final String depot = "Depot " + tag;
    private final String mug = "MUG-" + tag;
    private final String cup = "CUP-" + tag;
    private final String post = "POST-" + tag;
    private final String member = "ADA-" + tag;
    private final String manager = "manager-" + tag.toLowerCase(Locale.ROOT);
    private final DayBook anns = new DayBook("100.00");
    private final DayBook bens = new DayBook("50.00");
    private ApiClient owner;
    private ApiClient boss;
    private ApiClient ann;
    private ApiClient ben;

    @BeforeEach
    void openTheStore() {
        owner = new ApiClient(ShopHttp.signedIn(port, "owner", RealEngines.OWNER_PASSWORD));
        for (String code : List.of(store, depot)) {
            owner.call(
                    "storeDefine",
                    Body.of("name", code, "timeZone", "Europe/London", "currency", "GBP", "cashRounding", "0.05"),
                    "code",
                    code);
        }
        owner.call("registerDefine", Map.of("name", "Front"), "store", store, "code", "R1");
        owner.call("registerDefine", Map.of("name", "Back"), "store", store, "code", "R2");
        boss = hired(manager, "store_manager");
        ann = hired("ann-" + tag.toLowerCase(Locale.ROOT), "cashier");
        ben = hired("ben-" + tag.toLowerCase(Locale.ROOT), "cashier");
        product(mug, "12.99", true);
        product(cup, "3.35", true);
        product(post, "2.95", false);
        owner.call("supplierDefine", Body.of("name", "Potter", "leadTimeDays", 2), "code", "POTTER-" + tag);
        owner.call("customerRegister", Map.of(), "code", member);
        owner.call(
                "loyaltyDefine",
                Body.of(
                        "currency",
                        "GBP",
                        "pointsPerUnit",
                        "1",
                        "pointValue",
                        "0.05",
                        "tierMonths",
                        12,
                        "validFrom",
                        "2020-01-01"));
    }

    @AfterEach
    void endTheProgramme() {
        jdbc.sql("delete from loyalty_programme").update();
    }

    @Test
    void agreesToTheLastDigitWithAddingUpByHand() {
        receiveGoods();
        String annsShift = open(ann, "R1", "100.00");
        String bensShift = open(ben, "R2", "50.00");
        Map<String, Object> first = sellTwoMugs();
        sellByRules();
        sellWhatWasHeld();
        takeOneMugBack(first);
        exchangeACup();
        voidASlip();
        sellForPoints();
        count();
        transfer();
        anns.drawer = anns.drawer.add(moveCash(ann, annsShift, "paid-in", "20.00"));
        bens.drawer = bens.drawer.subtract(moveCash(ben, bensShift, "paid-out", "7.35"));

        DayReports.assertReport(close(ann, annsShift, anns), anns);
        DayReports.assertReport(close(ben, bensShift, bens), bens);
        reports(store).assertOrders(annsShift, anns);
        reports(store).assertOrders(bensShift, bens);
        assertStock();
        assertPoints();
        for (String by : List.of("hour", "day", "store", "staff", "category")) {
            reports(store).assertSummary(by, List.of(anns, bens));
        }
    }

    private ApiClient hired(String username, String role) {
        owner.call(
                "staffDefine",
                Body.of("displayName", "Somebody", "role", role, "stores", List.of(store)),
                "username",
                username);
        owner.call("staffSetPassword", Map.of("password", People.PASSWORD), "username", username);
        owner.call("staffSetPin", Map.of("pin", People.PIN), "username", username);
        return new ApiClient(ShopHttp.signedIn(port, username, People.PASSWORD));
    }

    private void product(String sku, String price, boolean goods) {
        owner.call("productList", Body.of("name", "The " + sku, "price", price, "goods", goods), "sku", sku);
    }

    /** 40 mugs at 4.00 and 30 cups at 1.1111 come by an order; then 2 cups go back. */
    private void receiveGoods() {
        UUID order = UUID.randomUUID();
        Map<String, Object> content = Body.of("supplier", "POTTER-" + tag);
        content.put(
                "lines",
                List.of(
                        Body.of("sku", mug, "quantity", "40", "cost", "4.00"),
                        Body.of("sku", cup, "quantity", "30", "cost", "1.1111")));
        boss.call("purchaseDraft", Body.of("id", order, "store", store, "content", content));
        assertThat(boss.refused("purchaseReceive", delivery(1, "1"), "order", order))
                .isNotEmpty();
        boss.call("purchaseSubmit", Body.of("id", UUID.randomUUID(), "version", 1), "order", order);
        boss.call("purchaseApprove", Body.of("id", UUID.randomUUID(), "version", 2), "order", order);
        boss.call("purchaseReceive", delivery(1, "40"), "order", order);
        boss.call("purchaseReceive", delivery(2, "30"), "order", order);
        boss.call("purchaseGiveBack", delivery(2, "2"), "order", order);
    }

    private static Map<String, Object> delivery(int lineNo, String quantity) {
        Map<String, Object> body = Body.of("id", UUID.randomUUID(), "reference", "D", "occurredAt", World.now());
        body.put("lines", List.of(Body.of("lineNo", lineNo, "quantity", quantity, "reason", "as it is")));
        return body;
    }

    private String open(ApiClient cashier, String register, String openingFloat) {
        return cashier.call(
                        "shiftOpen",
                        Body.of(
                                "id",
                                UUID.randomUUID(),
                                "store",
                                store,
                                "register",
                                register,
                                "openingFloat",
                                openingFloat))
                .path("id")
                .asString();
    }

    private static Map<String, Object> line(String sku, String quantity, String price) {
        return Body.of("id", UUID.randomUUID(), "sku", sku, "quantity", quantity, "unitPrice", price);
    }

    private static Map<String, Object> money(String tender, String amount) {
        return Body.of("id", UUID.randomUUID(), "tender", tender, "amount", amount);
    }

    private Map<String, Object> order(
            String till, List<Map<String, Object>> lines, List<Map<String, Object>> payments) {
        Map<String, Object> order =
                Body.of("id", UUID.randomUUID().toString(), "store", store, "till", till, "occurredAt", World.now());
        order.put("lines", lines);
        order.put("payments", payments);
        return order;
    }

    /** 25.98 in cash is 26.00. */
    private Map<String, Object> sellTwoMugs() {
        Map<String, Object> cash = money("cash", "26.00");
        cash.put("tendered", "30.00");
        Map<String, Object> order = order("R1", List.of(line(mug, "2", "12.99")), List.of(cash));
        order.put("pricing", Map.of("expectedPayable", "25.98"));
        JsonNode placed = ann.call("orderPlace", order);
        assertThat(placed.path("payable").asString()).isEqualTo("26.00");
        assertThat(placed.path("rounding").asString()).isEqualTo("0.0200");
        anns.sell(order);
        return order;
    }

    /** A mug at 10 % off and two cups, 1.00 off all by a coupon: 12.99 + 6.70 − 1.30 − 1.00 = 17.39, partly by card. */
    private void sellByRules() {
        Map<String, Object> promotion = rule("percent", "10");
        promotion.put("kind", "percentage");
        promotion.put("skus", List.of(mug));
        owner.call("promotionDefine", promotion, "code", "TEN-" + tag);
        Map<String, Object> campaign = rule("amount", "1.00");
        campaign.put("currency", "GBP");
        owner.call("campaignDefine", campaign, "code", "ONE-" + tag);
        owner.call("campaignMake", Body.of("id", UUID.randomUUID(), "count", 1), "code", "ONE-" + tag);
        String coupon = owner.read("campaignCodes", "code", "ONE-" + tag)
                .path(0)
                .path("code")
                .asString();
        Map<String, Object> cart = Body.of("store", store, "customer", member, "at", World.now());
        cart.put("lines", List.of(Body.of("sku", mug, "quantity", "1"), Body.of("sku", cup, "quantity", "2")));
        cart.put("coupons", List.of(coupon));
        assertThat(ann.call("cartPrice", cart).path("payable").asString()).isEqualTo("17.39");

        Map<String, Object> mugs = line(mug, "1", "12.99");
        mugs.put("discount", "1.94");
        Map<String, Object> cups = line(cup, "2", "3.35");
        cups.put("discount", "0.36");
        Map<String, Object> order =
                order("R1", List.of(mugs, cups), List.of(money("card", "10.00"), money("cash", "7.40")));
        order.put("customer", member);
        order.put("pricing", Body.of("coupons", List.of(coupon), "expectedPayable", "17.39"));
        ann.call("orderPlace", order);
        anns.sell(order);
        assertThat(ann.refused("orderPlace", again(order))).isIn("coupon-refused", "identifier-taken");
        owner.call("promotionDefine", ended(promotion), "code", "TEN-" + tag);
    }

    private static Map<String, Object> again(Map<String, Object> order) {
        Map<String, Object> other = Body.of("id", UUID.randomUUID().toString());
        order.forEach(other::putIfAbsent);
        return other;
    }

    private static Map<String, Object> ended(Map<String, Object> rule) {
        rule.put("enabled", false);
        return rule;
    }

    private Map<String, Object> rule(String term, String value) {
        Map<String, Object> rule =
                Body.of("name", "a rule", "startsAt", "2020-01-01T00:00:00Z", "endsAt", "2100-01-01T00:00:00Z");
        rule.put("stores", List.of(store));
        rule.put("terms", Map.of(term, value));
        return rule;
    }

    /** Ann holds a cart, Ben sells it: three cups and postage, by a gift card of 5.00 and cash: 13.00. */
    private void sellWhatWasHeld() {
        String code = UUID.randomUUID().toString().substring(0, 18) + "CARD";
        boss.call(
                "giftCardIssue",
                Body.of(
                        "id",
                        UUID.randomUUID(),
                        "store",
                        store,
                        "code",
                        code,
                        "amount",
                        "5.00",
                        "occurredAt",
                        World.now()));
        UUID held = UUID.randomUUID();
        ann.call(
                "heldHold",
                Body.of("id", held, "store", store, "till", "R1", "label", "red hat", "cart", List.of("three cups")));
        assertThat(ben.read("heldPage", "store", store).size()).isEqualTo(1);
        JsonNode recalled = ben.call("heldRecall", Body.of("id", UUID.randomUUID(), "till", "R2"), "id", held);
        assertThat(recalled.path("cart").path(0).asString()).isEqualTo("three cups");
        Map<String, Object> card = money("gift_card", "5.00");
        card.put("giftCard", code);
        Map<String, Object> order = order(
                "R2", List.of(line(cup, "3", "3.35"), line(post, "1", "2.95")), List.of(card, money("cash", "8.00")));
        order.put("pricing", Map.of("expectedPayable", "13.00"));
        ben.call("orderPlace", order);
        bens.sell(order);
        assertThat(ben.call("giftCardBalance", Map.of("code", code))
                        .path("balance")
                        .asString())
                .isEqualTo("0.0000");
    }

    /** 12.99 back in cash is 13.00. */
    private void takeOneMugBack(Map<String, Object> order) {
        List<Map<String, Object>> lines = List.of(back(mug, 1, "12.99"));
        List<Map<String, Object>> refunds = List.of(money("cash", "13.00"));
        ann.call("returnAccept", takeback("R1", order, lines, refunds));
        anns.takeBack(lines, refunds);
        assertThat(ann.refused(
                        "returnAccept",
                        takeback("R1", order, List.of(line2(mug, "2")), List.of(money("cash", "25.98")))))
                .isIn("return-exceeds-sale", "invalid-return", "refund-exceeds-payment");
    }

    private static Map<String, Object> line2(String sku, String quantity) {
        Map<String, Object> line = back(sku, 1, "12.99");
        line.put("quantity", quantity);
        return line;
    }

    private static Map<String, Object> back(String sku, int lineNo, String price) {
        Map<String, Object> line = line(sku, "1", price);
        line.put("orderLineNo", lineNo);
        line.put("reason", "chipped");
        return line;
    }

    private Map<String, Object> takeback(
            String till,
            Map<String, Object> order,
            List<Map<String, Object>> lines,
            List<Map<String, Object>> refunds) {
        Map<String, Object> body = Body.of(
                "id",
                UUID.randomUUID(),
                "store",
                store,
                "till",
                till,
                "orderId",
                order.get("id"),
                "occurredAt",
                World.now());
        body.put("lines", lines);
        body.put("refunds", refunds);
        return body;
    }

    /** Ben takes a cup of his order back for cash, and sells a mug by card. */
    private void exchangeACup() {
        Map<String, Object> sold = bens.orders.values().iterator().next();
        List<Map<String, Object>> lines = List.of(back(cup, 1, "3.35"));
        List<Map<String, Object>> refunds = List.of(money("cash", "3.35"));
        Map<String, Object> order = order("R2", List.of(line(mug, "1", "12.99")), List.of(money("card", "12.99")));
        Map<String, Object> exchange = Body.of("id", UUID.randomUUID());
        exchange.put("return", takeback("R2", sold, lines, refunds));
        order.put("pricing", Map.of("expectedPayable", "12.99"));
        exchange.put("order", order);
        ben.call("exchangeRecord", exchange);
        bens.takeBack(lines, refunds);
        bens.sell(order);
    }

    /** The manager's PIN voids what was a slip. */
    private void voidASlip() {
        Map<String, Object> order = order("R1", List.of(line(cup, "5", "3.35")), List.of(money("card", "16.75")));
        order.put("pricing", Map.of("expectedPayable", "16.75"));
        ann.call("orderPlace", order);
        Map<String, Object> body =
                Body.of("id", UUID.randomUUID(), "occurredAt", World.now(), "reason", "five, not one");
        assertThat(ann.refused("voidRecord", body, "id", Body.text(order, "id")))
                .isEqualTo("approval-required");
        body.put("approval", Body.of("username", manager, "pin", People.PIN));
        ann.call("voidRecord", body, "id", Body.text(order, "id"));
        anns.sell(order);
        anns.takeBack(Body.list(order, "lines"), Body.list(order, "payments"));
    }

    /** 10 of 17 points are 0.50 off the postage; the manager approves what Ann takes off by hand. */
    private void sellForPoints() {
        JsonNode redeemed = ann.call(
                "loyaltyRedeem",
                Body.of(
                        "id",
                        UUID.randomUUID(),
                        "store",
                        store,
                        "customer",
                        member,
                        "points",
                        10,
                        "occurredAt",
                        World.now()));
        assertThat(redeemed.path("value").asString()).isEqualTo("0.50");
        Map<String, Object> line = line(post, "1", "2.95");
        line.put("discount", "0.50");
        Map<String, Object> order = order("R1", List.of(line), List.of(money("external", "2.45")));
        order.put("customer", member);
        assertThat(ann.refused("orderPlace", order)).isEqualTo("price-override-forbidden");
        order.put("approval", Body.of("username", manager, "pin", People.PIN));
        ann.call("orderPlace", order);
        anns.sell(order);
    }

    /** One cup is missing: 28 − 2 − 3 + 1 = 24 in the books, 23 on the shelf. */
    private void count() {
        UUID count = UUID.randomUUID();
        boss.call("countOpen", Body.of("id", count, "reference", "C", "store", store, "occurredAt", World.now()));
        ann.call(
                "countEnter",
                Body.of(
                        "id",
                        UUID.randomUUID(),
                        "sku",
                        cup,
                        "place",
                        "shelf",
                        "quantity",
                        "23",
                        "countedAt",
                        World.now()),
                "id",
                count);
        boss.call("countFinish", Body.of("id", UUID.randomUUID(), "occurredAt", World.now()), "id", count);
    }

    /** Five mugs go to the depot, where four arrive. */
    private void transfer() {
        UUID transfer = UUID.randomUUID();
        Map<String, Object> dispatch = Body.of(
                "id", transfer, "reference", "T", "source", store, "destination", depot, "occurredAt", World.now());
        dispatch.put("lines", List.of(Body.of("sku", mug, "quantity", "5")));
        boss.call("stockTransferDispatch", dispatch);
        Map<String, Object> arrival = Body.of("id", UUID.randomUUID(), "occurredAt", World.now(), "last", true);
        arrival.put("lines", List.of(Body.of("sku", mug, "quantity", "4")));
        assertThat(boss.refused("stockTransferReceive", arrival, "id", transfer))
                .isEqualTo("forbidden");
        owner.call("stockTransferReceive", arrival, "id", transfer);
    }

    private BigDecimal moveCash(ApiClient cashier, String shift, String kind, String amount) {
        cashier.call(
                "shiftMove",
                Body.of("id", UUID.randomUUID(), "kind", kind, "amount", amount, "reason", "the bank"),
                "id",
                shift);
        return new BigDecimal(amount);
    }

    private JsonNode close(ApiClient cashier, String shift, DayBook book) {
        JsonNode x = cashier.read("shiftReport", "id", shift);
        JsonNode z = cashier.call(
                "shiftClose",
                Body.of("id", UUID.randomUUID(), "counted", book.drawer.subtract(BigDecimal.ONE), "unsynced", 0),
                "id",
                shift);
        assertThat(x.path("tenders")).isEqualTo(z.path("tenders"));
        assertThat(z.path("cash").path("difference").asString()).isEqualTo("-1.0000");
        assertThat(cashier.read("shiftReport", "id", shift)).isEqualTo(z);
        return z;
    }

    /** 40 − 2 − 1 + 1 − 1 − 5 = 32 mugs at 4.00; 23 cups at 1.1111; four mugs in the depot. */
    private void assertStock() {
        reports(store).assertStock(mug, "32", "128.0000", "4");
        reports(store).assertStock(cup, "23", "25.5553", "1.1111");
        reports(depot).assertStock(mug, "4", "16.0000", "4");
        JsonNode balances = boss.read("stockBalances", "store", store);
        assertThat(balances.findValuesAsString("onHand")).containsExactlyInAnyOrder("32.000", "23.000");
    }

    /** ⌊17.39⌋ − 10 + ⌊2.45⌋. */
    private void assertPoints() {
        JsonNode points = boss.read("loyaltyMember", "code", member);
        assertThat(points.path("points").asInt()).isEqualTo(17 - 10 + 2);
    }

    private DayReports reports(String place) {
        return new DayReports(owner, place);
    }
}
