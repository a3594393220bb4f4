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

    SearchIndex(JdbcClient jdbc, Rows rows, BarcodeTable barcodes, Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.barcodes = barcodes;
        this.transactions = transactions;
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
        rows.write(
                "insert ignore into search_pending (sku) values (?)",
                found.stream()
                        .map(product -> new @Nullable Object[] {product.sku()})
                        .toList());
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
        return transactions.inOne(() -> {
            List<String> pending = jdbc.sql(
                            "select sku from search_pending order by sku limit :batch for update skip locked")
                    .param("batch", BATCH)
                    .query(String.class)
                    .list();
            if (pending.isEmpty()) {
                return false;
            }
            write(jdbc.sql("select " + ProductRows.COLUMNS
                            + " from product p where p.sku in (:skus) order by p.sku for update")
                    .param("skus", pending)
                    .query(ProductRows::product)
                    .list());
            jdbc.sql("delete from search_pending where sku in (:skus)")
                    .param("skus", pending)
                    .update();
            return true;
        });
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
