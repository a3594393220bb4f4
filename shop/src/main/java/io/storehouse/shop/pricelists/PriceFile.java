package io.storehouse.shop.pricelists;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.StoreScope;
import io.storehouse.shop.stores.Stores;
import io.storehouse.shop.transfer.Cells;
import io.storehouse.shop.transfer.Column;
import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowImport;
import io.storehouse.shop.transfer.RowProblem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prices of price lists as rows: of a store's list, or of the chain's where no store is named. A row that ends says that the list
 * then has again what it would have had, and is refused where the list says something new in between. What a list says already is
 * not said again.
 */
@Component
class PriceFile implements RowImport<PriceFile.Row> {
    private final ListedPrices listed;
    private final Prices prices;
    private final Catalogue catalogue;
    private final Stores stores;
    private final Callers callers;
    private final Clock clock;

    PriceFile(ListedPrices listed, Prices prices, Catalogue catalogue, Stores stores, Callers callers, Clock clock) {
        this.listed = listed;
        this.prices = prices;
        this.catalogue = catalogue;
        this.stores = stores;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What a row says.
     *
     * @param store null for the chain's list
     * @param price null to take the list's price away
     * @param from null for at once
     * @param until null for as long as nothing else is said
     */
    record Row(
            @Nullable String store,
            String sku,
            @Nullable BigDecimal price,
            @Nullable Instant from,
            @Nullable Instant until) {}

    @Override
    public String name() {
        return "prices";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("store", "门店", "code of a store; empty for the chain's list", "门店编码；空为连锁价目表"),
                Column.required("sku", "货号", "a listed product", "已有商品编码"),
                Column.required("price", "价格", "such as 12.50; - takes the list's price away", "例如12.50；-为取消该价目"),
                Column.optional(
                        "from",
                        "生效时间",
                        "such as 2026-03-01T00:00:00Z; empty for now",
                        "例如2026-03-01T00:00:00+08:00；空为立即"),
                Column.optional("until", "失效时间", "as from; empty for no end", "同上；空为长期"));
    }

    @Override
    public List<String> keys(Row row) {
        return List.of(row.store() + "\n" + row.sku() + "\n" + row.from());
    }

    @Override
    public Row read(Cells cells) {
        BigDecimal price = null;
        if (!cells.clears("price")) {
            cells.required("price");
            price = cells.decimal("price");
        }
        if (price != null && price.signum() < 0) {
            throw new RowProblem("price", "invalid-number", "A price is not below 0");
        }
        Instant from = within(cells.instant("from"));
        Instant until = within(cells.instant("until"));
        if (from != null && until != null && !until.isAfter(from)) {
            throw new RowProblem("until", "invalid-time", "It ends before it begins");
        }
        return new Row(
                cells.text("store"),
                cells.required("sku").toUpperCase(Locale.ROOT),
                price == null ? null : Decimals.money(price, "price"),
                from,
                until);
    }

    private static @Nullable Instant within(@Nullable Instant instant) {
        return instant == null ? null : Texts.within(instant, "time");
    }

    @Override
    public List<Outcome> apply(List<Row> rows) {
        listed.lock();
        Instant now = clock.instant();
        StoreScope scope = callers.scope();
        Map<String, Store> own = stores.in(scope).stream().collect(Collectors.toMap(Store::code, Function.identity()));
        Map<String, Product> products =
                catalogue.find(rows.stream().map(Row::sku).collect(Collectors.toSet()));
        List<ListedPrices.Said> before = listed.at(questions(rows, own, now));
        PriceSheet sheet = new PriceSheet(now);
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            RowProblem problem = problem(row, scope, own, products);
            outcomes.add(
                    problem == null
                            ? sheet.take(
                                    row,
                                    new PriceSheet.Before(
                                            before.get(3 * i), before.get(3 * i + 1), before.get(3 * i + 2)))
                            : Outcome.refused(problem));
        }
        prices.change(sheet.changes(callers.current().name()));
        return outcomes;
    }

    private static @Nullable RowProblem problem(
            Row row, StoreScope scope, Map<String, Store> own, Map<String, Product> products) {
        if (row.store() == null && !scope.isEverywhere()) {
            return new RowProblem("store", "forbidden", "The chain's list is for who has every store");
        }
        if (row.store() != null && !own.containsKey(row.store())) {
            return new RowProblem("store", "unknown-store", "You have no such store");
        }
        return products.containsKey(row.sku())
                ? null
                : new RowProblem("sku", "unknown-sku", "There is no such product");
    }

    /** The last moment that tables tell apart from an end. */
    static Instant lastOf(Instant until) {
        return until.minus(1, ChronoUnit.MICROS);
    }

    /** For each row what its list says when the row begins, just before it ends, and when it ends. */
    private static List<ListedPrices.Question> questions(List<Row> rows, Map<String, Store> own, Instant now) {
        List<ListedPrices.Question> questions = new ArrayList<>(3 * rows.size());
        for (Row row : rows) {
            Store store = row.store() == null ? null : own.get(row.store());
            Instant from = row.from() == null ? now : row.from();
            questions.add(new ListedPrices.Question(store, row.sku(), from));
            questions.add(
                    new ListedPrices.Question(store, row.sku(), row.until() == null ? from : lastOf(row.until())));
            questions.add(new ListedPrices.Question(store, row.sku(), row.until() == null ? from : row.until()));
        }
        return questions;
    }
}
