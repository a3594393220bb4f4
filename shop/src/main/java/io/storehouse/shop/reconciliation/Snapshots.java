package io.storehouse.shop.reconciliation;

import io.storehouse.contracts.Position;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.sales.DayTotal;
import io.storehouse.shop.sales.SalesBook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Reads the tables of sales as they were at one exact position of the binary log. */
@Component
class Snapshots {
    private final DataSource dataSource;
    private final SalesBook book;
    private final ReconciliationSettings settings;

    Snapshots(DataSource dataSource, SalesBook book, ReconciliationSettings settings) {
        this.dataSource = dataSource;
        this.book = book;
        this.settings = settings;
    }

    /**
     * The tables at a cut.
     *
     * @param position everything committed at or before it is in the days, and nothing else
     */
    record Snapshot(String gtid, Position position, List<DayTotal> days) {}

    /** MariaDB makes the snapshot and its binlog position one, under a lock that no commit passes. */
    Snapshot take() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try {
                jdbc.sql("start transaction with consistent snapshot").update();
                String gtid = gtid(jdbc);
                List<DayTotal> days = book.days(jdbc);
                return new Snapshot(gtid, Position.endOf(settings.incarnation(), gtid), days);
            } finally {
                jdbc.sql("rollback").update();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot take a snapshot: " + e.getMessage(), e);
        }
    }

    private static String gtid(JdbcClient jdbc) {
        Map<String, String> status = new HashMap<>();
        jdbc.sql("show status like 'binlog_snapshot_%'").query((ResultSet row) -> {
            status.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
        });
        String file = status.getOrDefault("binlog_snapshot_file", "");
        if (file.isEmpty()) {
            throw new ShopException(SnapshotError.NO_BINARY_LOG, "Cannot take a snapshot: the binary log is off");
        }
        String all = jdbc.sql("select coalesce(binlog_gtid_pos(:file, :position), '')")
                .param("file", file)
                .param("position", Long.parseLong(status.getOrDefault("binlog_snapshot_position", "0")))
                .query(String.class)
                .single();
        String domain = jdbc.sql("select @@gtid_domain_id").query(String.class).single() + "-";
        return Stream.of(all.split(","))
                .map(String::trim)
                .filter(gtid -> gtid.startsWith(domain))
                .findFirst()
                .orElseThrow(() -> new ShopException(
                        SnapshotError.NO_BINARY_LOG,
                        "Cannot take a snapshot: no GTID at " + file + " ('" + all + "')"));
    }
}
