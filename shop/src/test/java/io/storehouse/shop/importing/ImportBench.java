package io.storehouse.shop.importing;

import io.storehouse.formats.OnlineRetail;
import io.storehouse.formats.SalesDocument;
import io.storehouse.shop.documents.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drives imports step by step, and looks at what they left. */
final class ImportBench {
    private static final List<String> TABLES = List.of(
            "import_job",
            "import_document",
            "import_rejection",
            "sale_order",
            "sale_line",
            "payment",
            "captured",
            "sale_return",
            "return_line",
            "refund",
            "stock_balance",
            "stock_move",
            "stock_receipt",
            "stock_receipt_line",
            "stock_adjustment",
            "stock_adjustment_line",
            "stock_reservation",
            "stock_reservation_line",
            "stock_shortage",
            "stock_transfer",
            "stock_transfer_line",
            "stock_arrival",
            "stock_arrival_line",
            "stock_count",
            "stock_count_entry",
            "stock_count_line",
            "idempotency",
            "outbox");

    private final ImportStations stations;
    private final JdbcClient jdbc;
    private final Rows rows;

    ImportBench(ApplicationContext shop) {
        this.stations = shop.getBean(ImportStations.class);
        this.jdbc = shop.getBean(JdbcClient.class);
        this.rows = shop.getBean(Rows.class);
    }

    /** Empties the shop of documents; stores, products and customers stay. */
    void clean() {
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** A job that nobody runs but the test. */
    UUID job(byte[] file) {
        UUID id = UUID.randomUUID();
        try {
            stations.files()
                    .receive(
                            new ByteArrayInputStream(file),
                            content -> stations.jobs().add(id, "week.csv", OnlineRetail.CODE, 0, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** Removes received files, as a person might. */
    void loseFiles() {
        stations.files().keepOnly(List::of);
    }

    /** A new run of a job, as after a crash: it knows only what the database knows. */
    ImportRun run(UUID job) {
        return new ImportRun(stations, stations.jobs().find(job).orElseThrow());
    }

    /** A run that fails where it notes that receipts cover documents, as a shop would that loses its database there. */
    ImportRun runThatCannotMarkOpened(UUID job) {
        StagedDocuments failing = new StagedDocuments(jdbc, rows) {
            @Override
            void markOpened(String source, Collection<SalesDocument> documents) {
                throw new IllegalStateException("Cannot mark");
            }
        };
        ImportStations broken = new ImportStations(
                stations.jobs(),
                stations.files(),
                stations.staging(),
                failing,
                stations.recorded(),
                stations.rejections(),
                stations.opening(),
                stations.poster(),
                stations.transactions(),
                stations.settings());
        return new ImportRun(broken, broken.jobs().find(job).orElseThrow());
    }

    /** Does the whole job, by a new run for every transaction. */
    int runInPieces(UUID job) {
        int steps = 1;
        while (run(job).step()) {
            steps++;
        }
        return steps;
    }

    /** As if shops had begun the job and died. */
    void startedBefore(UUID job, int times) {
        jdbc.sql("update import_job set starts = ? where id = ?")
                .params(times, job.toString())
                .update();
    }

    void runToEnd(UUID job) {
        ImportRun run = run(job);
        boolean more = true;
        while (more) {
            more = run.step();
        }
    }

    void runUntil(UUID job, ImportState state) {
        ImportRun run = run(job);
        while (stations.jobs().find(job).orElseThrow().state() != state) {
            run.step();
        }
    }

    /** Everything of a shop that an import must give alike, however it went. */
    Map<String, String> figures() {
        return Map.of(
                "sales", one("""
                        select concat_ws(' ', count(*), sum(lines_total), sum(payable),
                            sum(crc32(concat_ws('|', number, customer, business_date, business_time, lines_total))))
                        from sale_order
                        """),
                "sale lines", one("""
                        select concat_ws(' ', count(*), sum(quantity), sum(amount),
                            sum(crc32(concat_ws('|', uuid, line_no, sku, name, quantity, unit_price, amount))))
                        from sale_line
                        """),
                "returns", one("select concat_ws(' ', count(*), sum(lines_total), sum(payable)) from sale_return"),
                "return lines", one("select concat_ws(' ', count(*), sum(quantity), sum(amount)) from return_line"),
                "adjustments", one("select concat_ws(' ', count(*), sum(quantity)) from stock_adjustment_line"),
                "payments", one("select concat_ws(' ', count(*), sum(amount)) from payment"),
                "moves", one("""
                        select concat_ws(' ', count(*), sum(quantity)) from stock_move where kind <> 'receipt'
                        """),
                "balances", one("""
                        select concat_ws(' ', count(*), sum(on_hand), sum(crc32(concat_ws('|', store_id, sku, on_hand))))
                        from stock_balance
                        """));
    }

    /** Balances that are below 0, or are not the sum of their moves. */
    List<String> brokenBalances() {
        return jdbc.sql("""
                select concat_ws(' ', b.store_id, b.sku, b.on_hand, coalesce(sum(m.quantity), 0))
                from stock_balance b
                left join stock_move m on m.store_id = b.store_id and m.sku = b.sku
                group by b.store_id, b.sku, b.on_hand
                having b.on_hand < 0 or b.on_hand <> coalesce(sum(m.quantity), 0)
                """).query(String.class).list();
    }

    Map<String, Long> events() {
        return jdbc
                .sql("select type, count(*) as n from outbox group by type")
                .query((row, number) -> Map.entry(row.getString("type"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
