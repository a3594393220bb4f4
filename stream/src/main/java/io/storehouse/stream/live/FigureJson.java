package io.storehouse.stream.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Figures as JSON: snake_case, money as text with 4 places, quantities with 3. */
final class FigureJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FigureJson() {}

    static String day(DayFigure figure) {
        return NODES.objectNode()
                .put("orders", figure.orders())
                .put("returns", figure.returns())
                .put("lines", figure.lines())
                .put("units", text(figure.units()))
                .put("gross", text(figure.gross()))
                .put("discount", text(figure.discount()))
                .put("returned", text(figure.returned()))
                .put("net", text(figure.net()))
                .put("recorded_at", figure.recordedAt().toString())
                .toString();
    }

    static String minute(DayFigure figure) {
        return NODES.objectNode()
                .put("orders", figure.orders())
                .put("net", text(figure.net()))
                .put("gross", text(figure.gross()))
                .put("returned", text(figure.returned()))
                .put("units", text(figure.units()))
                .put("returns", figure.returns())
                .toString();
    }

    static String top(TopFigure figure) {
        ObjectNode json = NODES.objectNode();
        ArrayNode skus = json.putArray("skus");
        for (SkuFigure sku : figure.ranked()) {
            skus.addObject()
                    .put("sku", sku.sku())
                    .put("name", sku.name())
                    .put("units", text(sku.units()))
                    .put("net", text(sku.net()));
        }
        return json.toString();
    }

    static String ticker(TickerFigure figure) {
        ObjectNode json = NODES.objectNode();
        ArrayNode orders = json.putArray("orders");
        for (TickerFigure.Entry entry : figure.entries()) {
            orders.addObject()
                    .put("id", entry.id())
                    .put("no", entry.number())
                    .put("kind", entry.kind())
                    .put("store", entry.store())
                    .put("business_date", entry.businessDate())
                    .put("recorded_at", entry.recordedAt().toString())
                    .put("amount", text(entry.amount()))
                    .put("lines", entry.lines());
        }
        return json.toString();
    }

    static String pulse(Instant recordedAt) {
        return NODES.objectNode().put("recorded_at", recordedAt.toString()).toString();
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }
}
