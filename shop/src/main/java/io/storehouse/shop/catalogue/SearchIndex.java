package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens that products are found by. A few products are indexed with the transaction that lists them; many are noted and
 * indexed soon after, so that an import does not wait for it.
 */
@Component
class SearchIndex {
    static final int AT_ONCE = 50;

    private static final int BATCH = 200;

    private final Semaphore noted = new Semaphore(0);
    private volatile long notedAt = System.nanoTime();
    private final JdbcClient jdbc;
    private final Rows rows;
    private final BarcodeTable barcodes;
    private final Transactions transactions;
    private final JsonMapper json;

    SearchIndex(JdbcClient jdbc, Rows rows, BarcodeTable barcodes, Transactions transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.barcodes = barcodes;
        this.transactions = transactions;
        this.json = json;
    }

    /** Indexes what listing has added, and what it has changed in name or bar code. */
    void listed(Map<String, Product> before, List<Product> added, List<Product> changed) {
        List<Product> found = new ArrayList<>(added);
        changed.stream()
                .filter(product -> {
                    Product was = Objects.requireNonNull(before.get(product.sku()));
                    return !was.name().equals(product.name()) || !Objects.equals(was.barcode(), product.barcode());
                })
                .forEach(found::add);
        found(found);
    }

    /** Indexes products that are found by something else than before. */
    void found(List<Product> found) {
        if (found.size() <= AT_ONCE) {
            write(found);
            return;
        }
        List<String> skus = found.stream().map(Product::sku).toList();
        List<@Nullable Object[]> notes = new ArrayList<>();
        for (int from = 0; from < skus.size(); from += BATCH) {
            notes.add(new @Nullable Object[] {
                json.writeValueAsString(skus.subList(from, Math.min(skus.size(), from + BATCH)))
            });
        }
        rows.write(Rows.insert("search_due", "skus"), notes);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                notedAt = System.nanoTime();
                noted.release();
            }
        });
    }

    /** Returns when nothing more was noted in this process for a while, or after the longest time. */
    void awaitQuiet(Duration quiet, Duration most) throws InterruptedException {
        long began = System.nanoTime();
        long left = quiet.toNanos() - (began - notedAt);
        while (left > 0 && System.nanoTime() - began < most.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(left);
            left = quiet.toNanos() - (System.nanoTime() - notedAt);
        }
    }

    /** Returns when products were noted in this process, or after that time. */
    void awaitNoted(Duration most) throws InterruptedException {
        if (noted.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            noted.drainPermits();
        }
    }

    /** Indexes products whose rows the caller has locked. */
    void refresh(Collection<String> skus) {
        write(jdbc.sql("select " + ProductRows.COLUMNS + " from product p where p.sku in (:skus)")
                .param("skus", skus)
                .query(ProductRows::product)
                .list());
    }

    /**
     * Indexes some of the products that were noted; none that another process has in hand. Products are locked, so that a name
     * that changes meanwhile is indexed after.
     *
     * @return whether there were any
     */
    boolean catchUp() {
        return transactions.inOne(
                () -> jdbc.sql("select id, skus from search_due order by id limit 1 for update skip locked")
                        .query(Due.class)
                        .optional()
                        .map(this::index)
                        .orElse(false));
    }

    /**
     * Products that were noted together.
     *
     * @param skus a JSON array
     */
    record Due(long id, String skus) {}

    private boolean index(Due due) {
        write(jdbc.sql("select " + ProductRows.COLUMNS
                        + " from product p where p.sku in (:skus) order by p.sku for update")
                .param("skus", List.of(json.readValue(due.skus(), String[].class)))
                .query(ProductRows::product)
                .list());
        jdbc.sql("delete from search_due where id = :id").param("id", due.id()).update();
        return true;
    }

    private void write(List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        List<String> skus = products.stream().map(Product::sku).sorted().toList();
        Map<String, List<Barcode>> codes = barcodes.of(skus);
        List<@Nullable Object[]> parameters = new ArrayList<>();
        for (Product product : products) {
            SearchTokens.of(product, codes.getOrDefault(product.sku(), List.of()))
                    .forEach((token, match) ->
                            parameters.add(new @Nullable Object[] {match.kind(), token, product.sku()}));
        }
        jdbc.sql("delete from search_token where sku in (:skus)")
                .param("skus", skus)
                .update();
        rows.write(Rows.insert("search_token", "kind", "token", "sku"), parameters);
    }
}
