package io.storehouse.shop.days;

import static io.storehouse.shop.days.Write.anew;
import static io.storehouse.shop.days.Write.document;
import static io.storehouse.shop.days.Write.once;
import static io.storehouse.shop.days.Write.refused;
import static io.storehouse.shop.days.Write.state;

import io.storehouse.contracts.EventType;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Every writing endpoint of docs/openapi.json with a request to try it by; a new one needs its line here. */
final class Writes {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String STAFF =
            "Who works here is personal data, which nothing outside the shop needs; the audit log has it.";

    final Map<String, Write> all = new TreeMap<>();

    Writes() {
        all.putAll(new GoodsWrites().all);
        sales();
        registers();
        carts();
        people();
        files();
        prices();
        members();
        staff();
        flashSales();
        others();
    }

    private void add(String endpoint, Write write) {
        all.put(endpoint, write);
    }

    private static Function<Scene, String> at(String path) {
        return scene -> path;
    }

    private void sales() {
        add("POST /api/v1/orders", document(at("/api/v1/orders"), Scene::order).tells(EventType.ORDER_PLACED));
        add(
                "POST /api/v1/returns",
                document(at("/api/v1/returns"), scene -> scene.takeback(scene.made("/api/v1/orders", scene.order())))
                        .tells(EventType.RETURN_ACCEPTED));
        add(
                "POST /api/v1/exchanges",
                document(at("/api/v1/exchanges"), Writes::exchange, Writes::otherExchange)
                        .tells(EventType.RETURN_ACCEPTED, EventType.ORDER_PLACED));
        add(
                "POST /api/v1/orders/{id}/void",
                document(
                                scene -> "/api/v1/orders/" + scene.made("/api/v1/orders", scene.order()) + "/void",
                                scene -> Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT, "reason", "a slip"))
                        .tells(EventType.RETURN_ACCEPTED));
        add(
                "POST /api/v1/carts/price",
                once("POST", at("/api/v1/carts/price"), Writes::cart)
                        .tellsNothing("A question: a price is a fact when something is sold at it."));
    }

    private static Map<String, Object> exchange(Scene scene) {
        Map<String, Object> body = Body.of("id", UUID.randomUUID());
        body.put("return", scene.takeback(scene.made("/api/v1/orders", scene.order())));
        body.put("order", scene.order());
        return body;
    }

    private static Map<String, Object> otherExchange(Map<String, Object> first) {
        Map<String, Object> other = new LinkedHashMap<>(first);
        other.put("order", Sender.change(Body.map(first, "order")));
        return other;
    }

    private static Object cart(Scene scene) {
        return scene.goods(Body.of("store", scene.store, "at", Scene.AT));
    }

    private void registers() {
        add(
                "POST /api/v1/shifts",
                document(
                                scene -> {
                                    scene.put(
                                            "/api/v1/stores/" + scene.encoded() + "/registers/R2",
                                            Map.of("name", "R2"),
                                            "");
                                    return "/api/v1/shifts";
                                },
                                scene -> scene.opening("R2"))
                        .tells(EventType.SHIFT_OPENED));
        add(
                "POST /api/v1/shifts/{id}/cash-moves",
                document(
                                scene -> "/api/v1/shifts/" + scene.shift + "/cash-moves",
                                scene -> Body.of(
                                        "id", UUID.randomUUID(), "kind", "paid-in", "amount", "3", "reason", "change"))
                        .tells(EventType.CASH_MOVED));
        add(
                "POST /api/v1/shifts/{id}/close",
                document(
                                scene -> "/api/v1/shifts/" + scene.shift + "/close",
                                scene -> Body.of("id", UUID.randomUUID(), "counted", "50", "unsynced", 0))
                        .tells(EventType.SHIFT_CLOSED));
    }

    private void carts() {
        add(
                "POST /api/v1/held-sales",
                document(at("/api/v1/held-sales"), Scene::held)
                        .tellsNothing(
                                "A cart put aside: nothing is sold, reserved or owed, and its label and cart are whatever a cashier typed."));
        add(
                "POST /api/v1/held-sales/{id}/recall",
                document(
                                scene -> "/api/v1/held-sales/" + scene.made("/api/v1/held-sales", scene.held())
                                        + "/recall",
                                scene -> Body.of("id", UUID.randomUUID(), "till", "R1"),
                                first -> Body.of("id", first.get("id"), "till", "R2"))
                        .tellsNothing("A cart taken up again; what is sold of it, its order says."));
        add(
                "POST /api/v1/held-sales/hand-over",
                anew("POST", at("/api/v1/held-sales/hand-over"), scene -> {
                            scene.put("/api/v1/stores/" + scene.encoded() + "/registers/R2", Map.of("name", "R2"), "");
                            scene.made("/api/v1/shifts", scene.opening("R2"));
                            scene.made("/api/v1/held-sales", scene.held());
                            return Map.of("store", scene.store, "from", "R1", "to", "R2");
                        })
                        .tellsNothing("Another till answers for carts put aside."));
        add(
                "PUT /api/v1/stores/{store}/registers/{code}",
                state(
                                scene -> "/api/v1/stores/" + scene.encoded() + "/registers/R1",
                                scene -> Map.of("name", "one"),
                                scene -> Map.of("name", "other"))
                        .tells(EventType.REGISTER_CHANGED));
        add(
                "PUT /api/v1/stores/{code}",
                state(
                                scene -> "/api/v1/stores/" + scene.encoded(),
                                scene -> Body.of("name", "one", "timeZone", "Europe/London", "currency", "GBP"),
                                scene -> Body.of("name", "other", "timeZone", "Europe/London", "currency", "GBP"))
                        .tells(EventType.STORE_CHANGED));
    }

    private void people() {
        add(
                "PUT /api/v1/suppliers/{code}",
                state(
                                scene -> "/api/v1/suppliers/S" + scene.tag,
                                scene -> Map.of("name", "one", "leadTimeDays", 1),
                                scene -> Map.of("name", "other", "leadTimeDays", 2))
                        .tells(EventType.SUPPLIER_CHANGED));
        add(
                "PUT /api/v1/customers/{code}",
                state(
                                scene -> "/api/v1/customers/NEW-" + scene.tag,
                                scene -> Map.of("name", "One"),
                                scene -> Map.of("name", "Other"))
                        .tells(EventType.CUSTOMER_CHANGED));
        add(
                "POST /api/v1/customers/search",
                once("POST", at("/api/v1/customers/search"), scene -> Map.of("name", "Nobody Here"))
                        .tellsNothing("A question."));
        add(
                "POST /api/v1/customers/{code}/consents",
                document(scene -> "/api/v1/customers/" + scene.customer + "/consents", Scene::consent)
                        .tells(EventType.CUSTOMER_CHANGED));
        add(
                "POST /api/v1/customers/{code}/erase",
                once("POST", scene -> "/api/v1/customers/" + scene.customer + "/erase", scene -> NOTHING)
                        .tells(EventType.CUSTOMER_ERASED));
        add(
                "POST /api/v1/customers/{code}/merge-into/{other}",
                once(
                                "POST",
                                scene -> {
                                    scene.put("/api/v1/customers/OTHER-" + scene.tag, NOTHING, "");
                                    return "/api/v1/customers/" + scene.customer + "/merge-into/OTHER-" + scene.tag;
                                },
                                scene -> NOTHING)
                        .tells(EventType.CUSTOMER_MERGED));
    }

    private void files() {
        file("customers", EventType.CUSTOMER_CHANGED, scene -> "code,name\nT" + scene.tag + ",One\n");
        file("products", EventType.PRODUCT_CHANGED, scene -> "sku,name\nT" + scene.tag + ",One\n");
        file("suppliers", EventType.SUPPLIER_CHANGED, scene -> "code,name\nT" + scene.tag + ",One\n");
        file(
                "prices",
                EventType.PRICES_CHANGED,
                scene -> "store,sku,from,price\n" + scene.store + "," + scene.sku + ",2027-01-01T00:00:00Z,3\n");
        file(
                "stock",
                EventType.STOCK_ADJUSTED,
                scene -> "store,sku,reference,quantity,reason\n" + scene.store + "," + scene.sku + ",F1,1,found\n");
        add(
                "POST /api/v1/transfers/reports/{id}/cancel",
                refused(
                                "POST",
                                scene -> {
                                    UUID id = UUID.randomUUID();
                                    scene.shop.upload("/api/v1/transfers/products?id=" + id, "sku,name\n");
                                    return "/api/v1/transfers/reports/" + id + "/cancel";
                                },
                                scene -> NOTHING)
                        .tellsNothing(
                                "Each row of a file is a fact of its own; how far a file came is the shop's business."));
        add(
                "POST /api/v1/notifications/{id}/retry",
                refused(
                                "POST",
                                scene -> "/api/v1/notifications/" + scene.deadNotification() + "/retry",
                                scene -> Map.of("id", UUID.randomUUID()))
                        .tellsNothing(
                                "The order's event has said what happened; a message to somebody is personal data."));
    }

    /** Whoever starts a file again takes it over from whoever is at it; its own tests say what holds then. */
    private void file(String kind, EventType told, Function<Scene, Object> content) {
        add(
                "POST /api/v1/transfers/" + kind,
                anew("POST", scene -> "/api/v1/transfers/" + kind + "?id=" + UUID.randomUUID(), content)
                        .tells(told));
    }

    private void flashSales() {
        add(
                "PUT /api/v1/flash-sales/{id}",
                state(
                                scene -> "/api/v1/flash-sales/" + UUID.randomUUID(),
                                scene -> scene.flashSale("2098-01-01T00:00:00Z", "1"),
                                scene -> scene.flashSale("2098-01-01T00:00:00Z", "2"))
                        .tells(EventType.FLASH_SALE_CHANGED, EventType.RESERVATION_CHANGED));
        add(
                "POST /api/v1/flash-sales/{id}/cancel",
                once("POST", scene -> scene.openFlashSale() + "/cancel", scene -> NOTHING)
                        .tells(EventType.FLASH_SALE_CHANGED, EventType.RESERVATION_CHANGED));
        // What becomes of a claim is decided later; its own tests send it again.
        add(
                "POST /api/v1/flash-sales/{sale}/claims",
                anew(
                                "POST",
                                scene -> scene.openFlashSale() + "/claims",
                                scene -> Body.of("id", UUID.randomUUID(), "customer", scene.customer))
                        .tellsNothing(
                                "A claim is a request that waits in a queue; what becomes of it is told where it is decided."));
    }

    private void prices() {
        add(
                "POST /api/v1/prices/changes",
                document(at("/api/v1/prices/changes"), Scene::prices, first -> {
                            Map<String, Object> other = new LinkedHashMap<>(first);
                            other.put("reason", "because");
                            return other;
                        })
                        .tells(EventType.PRICES_CHANGED));
        add(
                "PUT /api/v1/promotions/{code}",
                state(
                                scene -> "/api/v1/promotions/P" + scene.tag,
                                scene -> promotion(scene, "5"),
                                scene -> promotion(scene, "6"))
                        .tells(EventType.PROMOTION_CHANGED));
        add(
                "PUT /api/v1/coupon-campaigns/{code}",
                state(
                                scene -> "/api/v1/coupon-campaigns/P" + scene.tag,
                                scene -> scene.rule("percent", "5"),
                                scene -> scene.rule("percent", "6"))
                        .tells(EventType.PROMOTION_CHANGED));
        add(
                "POST /api/v1/coupon-campaigns/{code}/codes",
                document(
                                scene -> scene.put(
                                        "/api/v1/coupon-campaigns/P" + scene.tag, scene.rule("percent", "5"), "/codes"),
                                scene -> Body.of("id", UUID.randomUUID(), "count", 3),
                                first -> Body.of("id", first.get("id"), "count", 4))
                        .tells(EventType.PROMOTION_CHANGED));
        add(
                "POST /api/v1/gift-cards",
                document(at("/api/v1/gift-cards"), Scene::giftCard).tells(EventType.GIFT_CARD_ISSUED));
        add(
                "POST /api/v1/gift-cards/balance",
                once("POST", at("/api/v1/gift-cards/balance"), scene -> {
                            Map<String, Object> card = scene.giftCard();
                            scene.made("/api/v1/gift-cards", card);
                            return Map.of("code", Body.text(card, "code"));
                        })
                        .tellsNothing("A question."));
        add(
                "POST /api/v1/gift-cards/codes",
                anew("POST", at("/api/v1/gift-cards/codes"), scene -> Map.of("count", 2))
                        .tellsNothing("Drawn and forgotten: a code is a card when one is issued by it."));
    }

    private static Map<String, Object> promotion(Scene scene, String percent) {
        Map<String, Object> rule = scene.rule("percent", percent);
        rule.put("kind", "percentage");
        return rule;
    }

    private void members() {
        add(
                "PUT /api/v1/loyalty/programme",
                state(at("/api/v1/loyalty/programme"), scene -> programme("2"), scene -> programme("3"))
                        .tells(EventType.PROGRAMME_CHANGED));
        add(
                "POST /api/v1/loyalty/redemptions",
                document(at("/api/v1/loyalty/redemptions"), Scene::redemption).tells(EventType.POINTS_MOVED));
        add(
                "POST /api/v1/loyalty/redemptions/{id}/cancel",
                once(
                                "POST",
                                scene -> "/api/v1/loyalty/redemptions/"
                                        + scene.made("/api/v1/loyalty/redemptions", scene.redemption()) + "/cancel",
                                scene -> NOTHING)
                        .tells(EventType.POINTS_MOVED));
        add(
                "POST /api/v1/loyalty/rounds",
                anew("POST", at("/api/v1/loyalty/rounds"), scene -> NOTHING)
                        .tellsNothing(
                                "Points that come due and tiers that change are told one by one; nothing comes due here."));
    }

    private static Map<String, Object> programme(String points) {
        return Body.of(
                "currency",
                "GBP",
                "pointsPerUnit",
                points,
                "pointValue",
                "0.01",
                "tierMonths",
                12,
                "validFrom",
                "2020-01-01");
    }

    private void staff() {
        add(
                "PUT /api/v1/staff/{username}",
                state(
                                scene -> "/api/v1/staff/" + scene.people.hire("cashier", scene.store),
                                scene -> People.definition("cashier", scene.store),
                                scene -> People.definition("buyer", scene.store))
                        .tellsNothing(STAFF));
        add(
                "PUT /api/v1/staff/{username}/password",
                state(
                                scene -> "/api/v1/staff/" + scene.people.hire("cashier", scene.store) + "/password",
                                scene -> Map.of("password", "correct horse one"),
                                scene -> Map.of("password", "correct horse other"))
                        .tellsNothing(STAFF));
        add(
                "PUT /api/v1/staff/{username}/pin",
                state(
                                scene -> "/api/v1/staff/" + scene.people.hire("cashier", scene.store) + "/pin",
                                scene -> Map.of("pin", "2468"),
                                scene -> Map.of("pin", "8642"))
                        .tellsNothing(STAFF));
        add(
                "DELETE /api/v1/staff/{username}",
                once("DELETE", scene -> "/api/v1/staff/" + scene.people.hire("cashier", scene.store), scene -> null)
                        .tellsNothing(STAFF));
        add(
                "POST /api/v1/tills",
                anew("POST", at("/api/v1/tills"), scene -> Map.of("store", scene.store, "code", "T9"))
                        .tellsNothing("A secret was handed out; the audit log has it."));
        add(
                "POST /api/v1/session",
                anew(
                                "POST",
                                at("/api/v1/session"),
                                scene -> Map.of("username", "owner", "password", RealEngines.OWNER_PASSWORD))
                        .tellsNothing("Somebody came in; the audit log has it."));
        add(
                "DELETE /api/v1/session",
                anew("DELETE", at("/api/v1/session"), scene -> null).tellsNothing("Somebody left."));
    }

    private void others() {
        add(
                "POST /api/v1/imports",
                anew("POST", at("/api/v1/imports?format=online-retail&name=empty.csv"), scene -> "not a file of sales")
                        .tellsNothing("Each document of a file is a fact of its own, and the file is read later."));
        add(
                "POST /api/v1/reconciliation/cuts",
                anew("POST", at("/api/v1/reconciliation/cuts"), scene -> NOTHING)
                        .tellsNothing("Marks are events about events, not facts."));
        add(
                "PUT /api/v1/reconciliation/result",
                state(at("/api/v1/reconciliation/result"), scene -> reconciled(1), scene -> reconciled(2))
                        .tellsNothing("What comparing the events with the shop has shown is no fact of the shop."));
    }

    private static Map<String, Object> reconciled(int compared) {
        return Map.of("exact", true, "compared", compared, "differences", List.of(), "at", Scene.AT);
    }
}
