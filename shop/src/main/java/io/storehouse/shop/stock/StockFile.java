package io.storehouse.shop.stock;

import io.storehouse.formats.UuidV5;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import io.storehouse.shop.transfer.Cells;
import io.storehouse.shop.transfer.Column;
import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowImport;
import io.storehouse.shop.transfer.RowProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stock as rows: what came in or went out, or what was counted. A row is known by its store, reference and SKU, and is posted
 * once, as a receipt where it says a cost and else as an adjustment, however often it is sent.
 */
@Component
class StockFile implements RowImport<StockRow> {
    private static final int LONGEST_REASON = 255;
    private static final UUID NAMESPACE = UuidV5.of(UuidV5.URL_NAMESPACE, "urn:storehouse:stock-row");

    private final StockRows kind;
    private final Documents documents;
    private final Catalogue catalogue;
    private final Stores stores;
    private final Callers callers;

    StockFile(StockRows kind, Documents documents, Catalogue catalogue, Stores stores, Callers callers) {
        this.kind = kind;
        this.documents = documents;
        this.catalogue = catalogue;
        this.stores = stores;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("store", "门店", "code of a store", "门店编码"),
                Column.required("sku", "货号", "listed goods", "已有商品编码"),
                Column.required(
                        "reference",
                        "单号",
                        "number of the document; a SKU is posted once for each",
                        "单据号；同一单据号下每个货号只入账一次"),
                Column.optional("quantity", "数量", "what came in, or went out with a minus", "入库数量，出库为负"),
                Column.optional("counted", "实盘数量", "what is there now, instead of a quantity", "实盘数量，与数量二选一"),
                Column.optional(
                        "unit_cost", "成本价", "of one unit that came in; average cost where empty", "入库单价；空为平均成本"),
                Column.optional("reason", "原因", "why it is corrected", "调整原因"),
                Column.optional(
                        "occurred_at",
                        "发生时间",
                        "such as 2026-03-01T09:00:00Z; empty for now",
                        "例如2026-03-01T09:00:00+08:00；空为当前"));
    }

    @Override
    public List<String> keys(StockRow row) {
        return List.of(row.id().toString());
    }

    @Override
    public StockRow read(Cells cells) {
        String store = cells.required("store");
        String sku = cells.required("sku").toUpperCase(Locale.ROOT);
        String reference = cells.required("reference");
        if (reference.length() > Texts.NUMBER) {
            throw new RowProblem("reference", "too-long", "At most " + Texts.NUMBER + " characters");
        }
        BigDecimal quantity = quantity(cells, "quantity");
        BigDecimal counted = quantity(cells, "counted");
        if ((quantity == null) == (counted == null)) {
            throw new RowProblem("quantity", "missing-value", "Expected either a quantity or what was counted");
        }
        if (counted != null && counted.signum() < 0 || quantity != null && quantity.signum() == 0) {
            throw new RowProblem(
                    counted == null ? "quantity" : "counted", "invalid-number", "Expected a quantity that can be");
        }
        BigDecimal cost = cells.decimal("unit_cost");
        if (cost != null && (cost.signum() < 0 || quantity != null && quantity.signum() < 0)) {
            throw new RowProblem("unit_cost", "invalid-number", "Only what comes in has a cost, from 0");
        }
        String reason = cells.text("reason");
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new RowProblem("reason", "too-long", "At most " + LONGEST_REASON + " characters");
        }
        Instant occurredAt = cells.instant("occurred_at");
        if (counted != null && occurredAt != null) {
            throw new RowProblem("occurred_at", "not-allowed", "What was counted is compared with what is there now");
        }
        return new StockRow(
                UuidV5.of(NAMESPACE, store + "\n" + reference + "\n" + sku),
                store,
                sku,
                reference,
                quantity,
                counted,
                cost == null ? null : Decimals.money(cost, "unit cost"),
                reason == null ? "" : reason,
                occurredAt == null ? null : Texts.within(occurredAt, "time"));
    }

    private static @Nullable BigDecimal quantity(Cells cells, String column) {
        BigDecimal value = cells.decimal(column);
        return value == null ? null : Decimals.quantity(value, column);
    }

    @Override
    public List<Outcome> apply(List<StockRow> rows) {
        Set<String> own = stores.in(callers.scope()).stream().map(Store::code).collect(Collectors.toSet());
        Map<String, Product> products =
                catalogue.find(rows.stream().map(StockRow::sku).collect(Collectors.toSet()));
        List<@Nullable RowProblem> problems = new ArrayList<>(rows.size());
        List<StockRow> sound = new ArrayList<>(rows.size());
        for (StockRow row : rows) {
            RowProblem problem = problem(row, own, products);
            problems.add(problem);
            if (problem == null) {
                sound.add(row);
            }
        }
        Iterator<StockRows.Taken> taken = documents.recordOnce(kind, sound).iterator();
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (RowProblem problem : problems) {
            outcomes.add(problem == null ? outcome(taken.next()) : Outcome.refused(problem));
        }
        return outcomes;
    }

    private static Outcome outcome(StockRows.Taken taken) {
        return taken.replayed() || !taken.moved() ? Outcome.UNCHANGED : Outcome.ADDED;
    }

    private static @Nullable RowProblem problem(StockRow row, Set<String> own, Map<String, Product> products) {
        if (!own.contains(row.store())) {
            return new RowProblem("store", "unknown-store", "You have no such store");
        }
        Product product = products.get(row.sku());
        if (product == null) {
            return new RowProblem("sku", "unknown-sku", "There is no such product");
        }
        return product.goods() ? null : new RowProblem("sku", "service", "A service has no stock");
    }
}
