package io.storehouse.tills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.formats.DocumentHead;
import io.storehouse.formats.DocumentLine;
import io.storehouse.formats.OpeningReceipt;
import io.storehouse.formats.SalesDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Documents as the shop's API takes them: decimals are text. */
final class DocumentJson {
    /** The payable amount has the currency's places; the files are in pounds. */
    private static final int CURRENCY_PLACES = 2;

    private DocumentJson() {}

    /** Where a document is posted. */
    static String path(SalesDocument document) {
        return switch (document.kind()) {
            case SALE -> "/api/v1/orders";
            case RETURN -> "/api/v1/returns";
            case ADJUSTMENT -> "/api/v1/stock/adjustments";
        };
    }

    /** The body of a document. */
    static ObjectNode body(SalesDocument document, String till) {
        DocumentHead head = document.head();
        ObjectNode body = ShopClient.JSON.createObjectNode();
        body.put("id", head.id().toString());
        body.put("store", head.store());
        body.put("till", till);
        body.put("occurredAt", head.occurredAt().toString());
        ArrayNode lines = body.putArray("lines");
        switch (document.kind()) {
            case SALE -> {
                body.put("number", head.invoice());
                body.put("customer", head.customer());
                document.lines().forEach(line -> saleLine(lines.addObject(), document, line));
                money(body.putArray("payments"), document);
            }
            case RETURN -> {
                body.put("number", head.invoice());
                body.put("customer", head.customer());
                document.lines().forEach(line -> {
                    saleLine(lines.addObject(), document, line);
                    ((ObjectNode) lines.get(lines.size() - 1)).put("reason", "").put("disposition", "sellable");
                });
                money(body.putArray("refunds"), document);
            }
            case ADJUSTMENT -> {
                body.put("reference", head.invoice());
                document.lines()
                        .forEach(line -> lines.addObject()
                                .put("sku", line.sku())
                                .put("quantity", text(line.quantity()))
                                .put("reason", line.name()));
            }
        }
        return body;
    }

    /** The body of a receipt. */
    static ObjectNode body(OpeningReceipt receipt) {
        ObjectNode body = ShopClient.JSON.createObjectNode();
        body.put("id", receipt.id().toString());
        body.put("reference", receipt.reference());
        body.put("store", receipt.store());
        body.put("occurredAt", receipt.occurredAt().toString());
        body.put("assumed", true);
        ArrayNode lines = body.putArray("lines");
        receipt.lines()
                .forEach(line -> lines.addObject()
                        .put("sku", line.sku())
                        .put("quantity", text(line.quantity()))
                        .put("unitCost", text(line.unitCost())));
        return body;
    }

    private static void saleLine(ObjectNode json, SalesDocument document, DocumentLine line) {
        json.put("id", document.lineId(line).toString())
                .put("sku", line.sku())
                .put("name", line.name().isEmpty() ? null : line.name())
                .put("quantity", text(line.quantity()))
                .put("unitPrice", text(line.unitPrice()));
    }

    private static void money(ArrayNode payments, SalesDocument document) {
        BigDecimal payable = document.amount().abs().setScale(CURRENCY_PLACES, RoundingMode.HALF_UP);
        if (payable.signum() > 0) {
            payments.addObject()
                    .put("id", document.paymentId().toString())
                    .put("tender", "external")
                    .put("amount", text(payable));
        }
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
