package io.storehouse.shop.transfer;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers and what was wrong with their rows. */
@Component
class TransferTable {
    private static final String SELECT = """
            select id, name, mode, state, started_by, rows_read, added, changed, unchanged, refused, started_at, finished_at
            from transfer
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    TransferTable(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Begins, or begins anew what is not done: whoever was at it may not write any more.
     *
     * @return which attempt this is; 0 when it is done
     */
    int begin(UUID id, String name, Transfer.Mode mode, String by) {
        jdbc.sql("""
                insert ignore into transfer (id, name, mode, state, attempt, started_at, started_by)
                values (:id, :name, :mode, 'running', 0, :now, :by)
                """)
                .param("by", by)
                .param("id", id.toString())
                .param("name", name)
                .param("mode", mode.code())
                .param("now", Rows.utc(clock.instant()))
                .update();
        int begun = jdbc.sql("""
                update transfer
                set attempt = attempt + 1, state = 'running', rows_read = 0, added = 0, changed = 0, unchanged = 0, refused = 0,
                    started_at = :now
                where id = :id and name = :name and mode = :mode and state <> 'done'
                """)
                .param("id", id.toString())
                .param("name", name)
                .param("mode", mode.code())
                .param("now", Rows.utc(clock.instant()))
                .update();
        if (begun == 0) {
            return 0;
        }
        jdbc.sql("delete from transfer_problem where transfer = :id")
                .param("id", id.toString())
                .update();
        return jdbc.sql("select attempt from transfer where id = :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    /** Adds what became of a batch. */
    void count(UUID id, int attempt, Counts counts) {
        int counted = jdbc.sql("""
                update transfer
                set rows_read = rows_read + :read, added = added + :added, changed = changed + :changed,
                    unchanged = unchanged + :unchanged, refused = refused + :refused
                where id = :id and attempt = :attempt and state = 'running'
                """)
                .param("read", counts.rows())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("refused", counts.problems().size())
                .param("id", id.toString())
                .param("attempt", attempt)
                .update();
        requireOne(counted, id);
    }

    void keep(UUID id, List<Problem> problems) {
        rows.write(
                Rows.insert("transfer_problem", "transfer", "line_no", "column_name", "code", "reason", "value"),
                problems.stream()
                        .map(problem -> new @Nullable Object[] {
                            id,
                            problem.lineNo(),
                            problem.column() == null ? "" : problem.column(),
                            problem.code(),
                            problem.reason(),
                            problem.value()
                        })
                        .toList());
    }

    void finish(UUID id, int attempt, byte[] content) {
        int finished = jdbc.sql("""
                update transfer set state = 'done', content = :content, finished_at = :now
                where id = :id and attempt = :attempt and state = 'running'
                """)
                .param("content", content)
                .param("now", Rows.utc(clock.instant()))
                .param("id", id.toString())
                .param("attempt", attempt)
                .update();
        requireOne(finished, id);
    }

    /** Forgets a transfer of which no row was read. */
    void forget(UUID id, int attempt) {
        jdbc.sql("delete from transfer where id = :id and attempt = :attempt and state = 'running' and rows_read = 0")
                .param("id", id.toString())
                .param("attempt", attempt)
                .update();
    }

    /** Whether that transfer was of those rows and had that content. */
    boolean is(UUID id, String name, Transfer.Mode mode, byte[] content) {
        return jdbc.sql("select content from transfer where id = :id and name = :name and mode = :mode")
                .param("id", id.toString())
                .param("name", name)
                .param("mode", mode.code())
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .filter(known -> Arrays.equals(known, content))
                .isPresent();
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.toString())
                .query((row, number) -> transfer(row))
                .optional();
    }

    /** At most that many problems after the given line, by line. */
    List<Problem> problems(UUID id, int after, int limit) {
        return jdbc.sql("""
                select line_no, nullif(column_name, '') as column_name, code, reason, value from transfer_problem
                where transfer = :id and line_no > :after order by line_no limit :limit
                """)
                .param("id", id.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Problem(
                        row.getInt("line_no"),
                        row.getString("column_name"),
                        row.getString("code"),
                        row.getString("reason"),
                        row.getString("value")))
                .list();
    }

    /**
     * Stops whoever is at it after the batch in hand; what was taken before stays.
     *
     * @throws ShopException {@code transfer-finished}
     */
    void cancel(UUID id) {
        int cancelled = jdbc.sql("update transfer set state = 'cancelled' where id = :id and state <> 'done'")
                .param("id", id.toString())
                .update();
        if (cancelled == 0) {
            throw new ShopException(TransferError.TRANSFER_FINISHED, "Cannot cancel " + id + ": it is done");
        }
    }

    private void requireOne(int count, UUID id) {
        if (count != 1) {
            if (find(id).filter(transfer -> transfer.state().equals("cancelled"))
                    .isPresent()) {
                throw new ShopException(
                        TransferError.TRANSFER_CANCELLED,
                        "Cannot go on with " + id + ": it was cancelled; what was taken before stays");
            }
            throw new ShopException(
                    TransferError.TRANSFER_SUPERSEDED, "Cannot go on with " + id + ": it was started again");
        }
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                row.getString("mode"),
                row.getString("state"),
                row.getString("started_by"),
                row.getLong("rows_read"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                Rows.instant(row.getObject("started_at", LocalDateTime.class)),
                instant(row),
                false);
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("finished_at", LocalDateTime.class);
        return at == null ? null : Rows.instant(at);
    }

    /**
     * What was wrong with a row.
     *
     * @param column where, or null for the row as a whole
     * @param value what stands there, at most 255 characters; empty where that may be personal
     */
    record Problem(int lineNo, @Nullable String column, String code, String reason, String value) {}

    /** What became of a batch. */
    record Counts(long rows, long added, long changed, long unchanged, List<Problem> problems) {}
}
