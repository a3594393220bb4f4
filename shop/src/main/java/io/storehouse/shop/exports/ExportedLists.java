package io.storehouse.shop.exports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every list of the shop and how its pages follow each other, a line each. A new list needs its line here. */
public final class ExportedLists {
    /** All of them. */
    public static final List<ExportedList> ALL = List.of(
            paged("audit", "id"),
            paged("categories", "path"),
            paged("coupon-campaigns", "code"),
            paged("coupon-campaigns/{code}/codes", "code"),
            paged("coupons/{coupon}/uses", "orderId"),
            paged("customers", "code"),
            whole("customers/{code}/consents"),
            paged("customers/{code}/consents/history", "id"),
            paged("flash-sales", "id"),
            paged("gift-cards", "id"),
            paged("gift-cards/{id}/entries", "version"),
            paged("held-sales", "id"),
            whole("imports"),
            paged("imports/{id}/rejections", "lineNo"),
            paged("loyalty/members", "customer"),
            paged("loyalty/members/{code}/points", "version"),
            paged("notifications", "id"),
            whole("notifications/channels"),
            paged("orders", "id"),
            whole("prices"),
            paged("prices/history", "cursor"),
            paged("product-search", "cursor"),
            paged("products", "sku"),
            whole("products/{sku}/barcodes"),
            whole("products/{sku}/images"),
            whole("products/{sku}/packs"),
            paged("promotions", "code"),
            paged("purchase-orders", "id"),
            paged("purchase-orders/incoming", "sku"),
            paged("returns", "id"),
            whole("scale-codes"),
            paged("shifts", "id"),
            paged("shifts/{id}/cash-moves", "id"),
            paged("spus", "code"),
            whole("spus/{code}/variants"),
            paged("staff", "username"),
            paged("stock", "sku"),
            paged("stock/counts", "id"),
            list("stock/counts/{id}/entries", Map.of("afterSku", "sku", "afterPlace", "place")),
            paged("stock/counts/{id}/lines", "sku"),
            paged("stock/ledger", "version"),
            paged("stock/levels", "sku"),
            paged("stock/low", "sku"),
            paged("stock/moves", "version"),
            list("stock/proofs", Map.of("before", "id")),
            paged("stock/proofs/{id}/differences", "no"),
            paged("stock/reorder", "sku"),
            paged("stock/report", "sku"),
            paged("stock/reservations", "id"),
            list("stock/shortages", Map.of("after", "key", "afterSku", "sku")),
            paged("stock/transfers", "id"),
            whole("stores"),
            whole("stores/{store}/registers"),
            paged("suppliers", "code"),
            paged("tax-classes", "code"),
            paged("transfers/reports/{id}/problems", "lineNo"),
            paged("units", "code"));

    private ExportedLists() {}

    /** The list whose file is at that path. */
    static Optional<ExportedList> at(String exportPath) {
        return ALL.stream().filter(list -> list.exportPath().equals(exportPath)).findFirst();
    }

    private static ExportedList paged(String path, String cursor) {
        return list(path, Map.of("after", cursor));
    }

    private static ExportedList whole(String path) {
        return list(path, Map.of());
    }

    private static ExportedList list(String path, Map<String, String> cursors) {
        return new ExportedList("/api/v1/" + path, cursors);
    }
}
