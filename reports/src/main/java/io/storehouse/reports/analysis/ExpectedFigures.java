package io.storehouse.reports.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The figures by which an import is checked, in the shape of the sample's {@code online-retail-expected.json}. An amount has
 * the most decimal places that any price in its sum has, at least one.
 */
final class ExpectedFigures {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Warehouse warehouse;

    ExpectedFigures(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    ObjectNode read() {
        ObjectNode figures = NODES.objectNode();
        figures.put(
                "rows", warehouse.read(SqlFile.ROWS, row -> row.getLong("rows")).get(0));
        figures.set(
                "total",
                kinds(warehouse.read(SqlFile.TOTAL, row -> kind("", row))).path(""));
        if (figures.path("total").isMissingNode()) {
            figures.putObject("total");
        }
        figures.set(
                "orders",
                warehouse.read(SqlFile.ORDERS, ExpectedFigures::orders).get(0));
        figures.set("months", kinds(warehouse.read(SqlFile.MONTHS, row -> kind(row.getString("month"), row))));
        figures.set("stores", kinds(warehouse.read(SqlFile.STORES, row -> kind(row.getString("store"), row))));
        figures.set("top_sku", array(warehouse.read(SqlFile.TOP_SKU, ExpectedFigures::sku)));
        figures.set("top_customers", array(warehouse.read(SqlFile.TOP_CUSTOMERS, ExpectedFigures::customer)));
        figures.put(
                "customers",
                warehouse
                        .read(SqlFile.CUSTOMERS, row -> row.getLong("customers"))
                        .get(0));
        ObjectNode days = figures.putObject("days");
        warehouse.read(SqlFile.DAYS, row -> days.put(row.getString("day"), amount(row)));
        return figures;
    }

    /** Rows and amount of one kind, of one group. */
    private record Kind(String group, String name, long rows, String amount) {}

    private static Kind kind(String group, ResultSet row) throws SQLException {
        return new Kind(group, row.getString("kind"), row.getLong("rows"), amount(row));
    }

    private static ObjectNode kinds(List<Kind> kinds) {
        ObjectNode groups = NODES.objectNode();
        for (Kind kind : kinds) {
            ObjectNode group = groups.withObjectProperty(kind.group());
            group.putObject(kind.name()).put("rows", kind.rows()).put("amount", kind.amount());
        }
        return groups;
    }

    private static ObjectNode orders(ResultSet row) throws SQLException {
        return NODES.objectNode().put("sale", row.getLong("sale")).put("return", row.getLong("return"));
    }

    private static ArrayNode sku(ResultSet row) throws SQLException {
        ArrayNode sku = NODES.arrayNode().add(row.getString("sku")).add(amount(row));
        BigDecimal units = row.getBigDecimal("units").stripTrailingZeros();
        return units.scale() <= 0 ? sku.add(units.longValueExact()) : sku.add(units.toPlainString());
    }

    private static ArrayNode customer(ResultSet row) throws SQLException {
        return NODES.arrayNode().add(row.getString("customer")).add(amount(row));
    }

    private static ArrayNode array(List<ArrayNode> rows) {
        return NODES.arrayNode().addAll(rows);
    }

    private static String amount(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        int places = Math.max(row.getInt("places"), amount.stripTrailingZeros().scale());
        return amount.setScale(places, RoundingMode.UNNECESSARY).toPlainString();
    }
}
