package io.storehouse.shop.days;

import static io.storehouse.shop.days.Write.anew;
import static io.storehouse.shop.days.Write.document;
import static io.storehouse.shop.days.Write.once;
import static io.storehouse.shop.days.Write.state;

import io.storehouse.contracts.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The part of {@link Writes} that concerns goods: what they are, where they are, and where they come from. */
final class GoodsWrites {
    private static final String COUNT = "A count is a fact when it is closed; until then nothing is said of any stock.";

    final Map<String, Write> all = new TreeMap<>();

    GoodsWrites() {
        stock();
        transfersAndCounts();
        purchasing();
        catalogue();
        measures();
        productParts();
    }

    private void add(String endpoint, Write write) {
        all.put(endpoint, write);
    }

    private static Function<Scene, String> at(String path) {
        return scene -> path;
    }

    private void stock() {
        add(
                "POST /api/v1/stock/receipts",
                document(at("/api/v1/stock/receipts"), scene -> {
                            Map<String, Object> body = scene.document();
                            body.put("assumed", false);
                            return scene.lines(body, Body.of("sku", scene.sku, "quantity", "3", "unitCost", "1"));
                        })
                        .tells(EventType.STOCK_RECEIVED));
        add(
                "POST /api/v1/stock/adjustments",
                document(at("/api/v1/stock/adjustments"), scene -> scene.goods(scene.document()))
                        .tells(EventType.STOCK_ADJUSTED));
        add(
                "POST /api/v1/stock/reservations",
                document(at("/api/v1/stock/reservations"), Scene::reservation).tells(EventType.RESERVATION_CHANGED));
        add(
                "DELETE /api/v1/stock/reservations/{id}",
                once(
                                "DELETE",
                                scene -> "/api/v1/stock/reservations/"
                                        + scene.made("/api/v1/stock/reservations", scene.reservation()),
                                scene -> null)
                        .tells(EventType.RESERVATION_CHANGED));
        add(
                "PUT /api/v1/stock/levels/{store}/{sku}",
                state(
                                scene -> "/api/v1/stock/levels/" + scene.encoded() + "/" + scene.sku,
                                scene -> Map.of("minimum", "1", "maximum", "5"),
                                scene -> Map.of("minimum", "2", "maximum", "6"))
                        .tells(EventType.STOCK_LEVEL_CHANGED));
        add(
                "PUT /api/v1/stock/periods/{store}",
                state(
                                scene -> "/api/v1/stock/periods/" + scene.encoded(),
                                scene -> Map.of("closedUntil", "2026-01-31"),
                                scene -> Map.of("closedUntil", "2026-02-28"))
                        .tells(EventType.STOCK_PERIOD_CLOSED));
        add(
                "POST /api/v1/stock/proofs",
                anew("POST", scene -> "/api/v1/stock/proofs?store=" + scene.encoded(), scene -> null)
                        .tellsNothing("A question, whose answer is kept: the ledger is as it was."));
    }

    private void transfersAndCounts() {
        add(
                "POST /api/v1/stock/transfers",
                document(at("/api/v1/stock/transfers"), Scene::dispatch).tells(EventType.TRANSFER_CHANGED));
        add(
                "POST /api/v1/stock/transfers/{id}/arrivals",
                document(GoodsWrites::transfer, scene -> {
                            Map<String, Object> body =
                                    Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT, "last", false);
                            return scene.lines(body, Body.of("sku", scene.sku, "quantity", "1"));
                        })
                        .tells(EventType.TRANSFER_CHANGED));
        add(
                "POST /api/v1/stock/transfers/{id}/cancellation",
                document(
                                scene -> GoodsWrites.transfer(scene).replace("/arrivals", "/cancellation"),
                                scene -> Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT))
                        .tells(EventType.TRANSFER_CHANGED));
        add(
                "POST /api/v1/stock/counts",
                document(at("/api/v1/stock/counts"), Scene::document).tellsNothing(COUNT));
        add(
                "POST /api/v1/stock/counts/{id}/entries",
                document(scene -> count(scene) + "/entries", Scene::entry, first -> {
                            Map<String, Object> other = new LinkedHashMap<>(first);
                            other.put("quantity", "98");
                            return other;
                        })
                        .tellsNothing(COUNT));
        add(
                "POST /api/v1/stock/counts/{id}/closing",
                document(
                                scene -> {
                                    String count = count(scene);
                                    scene.made(count + "/entries", scene.entry());
                                    return count + "/closing";
                                },
                                scene -> Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT))
                        .tells(EventType.STOCK_COUNTED));
        add(
                "DELETE /api/v1/stock/counts/{id}",
                once("DELETE", GoodsWrites::count, scene -> null).tellsNothing(COUNT));
    }

    private static String transfer(Scene scene) {
        return "/api/v1/stock/transfers/" + scene.made("/api/v1/stock/transfers", scene.dispatch()) + "/arrivals";
    }

    private static String count(Scene scene) {
        return "/api/v1/stock/counts/" + scene.made("/api/v1/stock/counts", scene.document());
    }

    private void purchasing() {
        add(
                "POST /api/v1/purchase-orders",
                document(at("/api/v1/purchase-orders"), Scene::purchase, first -> {
                            Map<String, Object> other = new LinkedHashMap<>(first);
                            other.put("number", "another");
                            return other;
                        })
                        .tells(EventType.PURCHASE_ORDER_CHANGED));
        addStep("submit", 1);
        addStep("approve", 2, "submit");
        addStep("reject", 2, "submit");
        addStep("cancel", 2, "submit");
        add(
                "POST /api/v1/purchase-orders/{order}/close",
                document(
                                scene -> {
                                    String order = scene.purchased("submit", "approve");
                                    scene.made(order + "/receipts", scene.delivery());
                                    return order + "/close";
                                },
                                scene -> Scene.step(4))
                        .tells(EventType.PURCHASE_ORDER_CHANGED));
        add(
                "POST /api/v1/purchase-orders/{order}/revisions",
                document(scene -> scene.purchased() + "/revisions", scene -> {
                            Map<String, Object> body = Scene.step(1);
                            body.put("content", scene.content());
                            return body;
                        })
                        .tells(EventType.PURCHASE_ORDER_CHANGED));
        add(
                "POST /api/v1/purchase-orders/{order}/receipts",
                document(scene -> scene.purchased("submit", "approve") + "/receipts", Scene::delivery)
                        .tells(EventType.STOCK_RECEIVED, EventType.PURCHASE_ORDER_CHANGED));
        add(
                "POST /api/v1/purchase-orders/{order}/returns",
                document(
                                scene -> {
                                    String order = scene.purchased("submit", "approve");
                                    scene.made(order + "/receipts", scene.delivery());
                                    return order + "/returns";
                                },
                                Scene::delivery)
                        .tells(
                                EventType.GOODS_RETURNED_TO_SUPPLIER,
                                EventType.PURCHASE_ORDER_CHANGED,
                                EventType.STOCK_ADJUSTED));
    }

    private void addStep(String step, int version, String... before) {
        add(
                "POST /api/v1/purchase-orders/{order}/" + step,
                document(scene -> scene.purchased(before) + "/" + step, scene -> Scene.step(version))
                        .tells(EventType.PURCHASE_ORDER_CHANGED));
    }

    private void catalogue() {
        add(
                "PUT /api/v1/products/{sku}",
                state(
                                scene -> "/api/v1/products/" + scene.sku,
                                scene -> Map.of("name", "one", "goods", true),
                                scene -> Map.of("name", "other", "goods", true))
                        .tells(EventType.PRODUCT_CHANGED));
        add(
                "PUT /api/v1/categories/{code}",
                state(
                                scene -> "/api/v1/categories/C" + scene.tag,
                                scene -> Map.of("name", "one"),
                                scene -> Map.of("name", "other"))
                        .tells(EventType.CATEGORY_CHANGED));
        add(
                "PUT /api/v1/spus/{code}",
                state(
                                scene -> "/api/v1/spus/P" + scene.tag,
                                scene -> Body.of("name", "one", "axes", List.of("size")),
                                scene -> Body.of("name", "other", "axes", List.of("size")))
                        .tells(EventType.SPU_CHANGED));
        add(
                "PUT /api/v1/spus/{code}/variants/{sku}",
                state(
                                GoodsWrites::variant,
                                scene -> Map.of("attributes", Map.of("size", "M")),
                                scene -> Map.of("attributes", Map.of("size", "L")))
                        .tells(EventType.PRODUCT_CHANGED));
        add(
                "DELETE /api/v1/spus/{code}/variants/{sku}",
                once(
                                "DELETE",
                                scene -> scene.put(variant(scene), Map.of("attributes", Map.of("size", "M")), ""),
                                scene -> null)
                        .tells(EventType.PRODUCT_CHANGED));
    }

    private void measures() {
        add(
                "PUT /api/v1/units/{code}",
                state(
                                scene -> "/api/v1/units/U" + scene.tag,
                                scene -> Map.of("name", "one"),
                                scene -> Map.of("name", "other"))
                        .tells(EventType.UNIT_CHANGED));
        add(
                "PUT /api/v1/tax-classes/{code}",
                state(
                                scene -> "/api/v1/tax-classes/X" + scene.tag,
                                scene -> Map.of("name", "one"),
                                scene -> Map.of("name", "other"))
                        .tells(EventType.TAX_CLASS_CHANGED));
        add(
                "PUT /api/v1/tax-classes/{code}/rates/{validFrom}",
                state(
                                scene -> scene.put(
                                        "/api/v1/tax-classes/X" + scene.tag,
                                        Map.of("name", "tax"),
                                        "/rates/2100-01-01"),
                                scene -> Map.of("percent", "5"),
                                scene -> Map.of("percent", "6"))
                        .tells(EventType.TAX_CLASS_CHANGED));
        add(
                "PUT /api/v1/scale-codes/{prefix}",
                state(
                                at("/api/v1/scale-codes/29"),
                                scene -> Map.of("measure", "WEIGHT", "decimals", 3),
                                scene -> Map.of("measure", "PRICE", "decimals", 2))
                        .tells(EventType.SCALE_CODE_CHANGED));
    }

    private static String variant(Scene scene) {
        return scene.put(
                "/api/v1/spus/P" + scene.tag,
                Body.of("name", "one", "axes", List.of("size")),
                "/variants/" + scene.sku);
    }

    private void productParts() {
        part(
                "barcodes",
                EventType.PRODUCT_CHANGED,
                scene -> Map.of("barcodes", List.of(Map.of("code", "B" + scene.tag))),
                scene -> Map.of("barcodes", List.of()));
        part(
                "classification",
                EventType.PRODUCT_CHANGED,
                scene -> Map.of("brand", "one"),
                scene -> Map.of("brand", "other"));
        part(
                "status",
                EventType.PRODUCT_CHANGED,
                scene -> Map.of("status", "DELISTED"),
                scene -> Map.of("status", "ACTIVE"));
        part(
                "images",
                EventType.PRODUCT_IMAGES_CHANGED,
                scene -> Map.of("images", List.of(scene.image())),
                scene -> Map.of("images", List.of()));
        add(
                "PUT /api/v1/products/{sku}/units",
                state(
                                scene -> scene.put("/api/v1/units/U" + scene.tag, Map.of("name", "piece"), "")
                                        .replace("/units/U" + scene.tag, "/products/" + scene.sku + "/units"),
                                scene -> Body.of("unit", "U" + scene.tag, "packs", List.of()),
                                scene -> Body.of("unit", "U" + scene.tag, "packs", List.of()))
                        .tells(EventType.PRODUCT_CHANGED));
        add(
                "POST /api/v1/images",
                once("POST", at("/api/v1/images"), scene -> Pixel.png())
                        .tellsNothing("Bytes under their hash belong to nothing until a product shows them."));
    }

    private void part(String part, EventType told, Function<Scene, Object> body, Function<Scene, Object> other) {
        add(
                "PUT /api/v1/products/{sku}/" + part,
                state(scene -> "/api/v1/products/" + scene.sku + "/" + part, body, other)
                        .tells(told));
    }
}
