package io.storehouse.shop.importing;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.RowsRejected;
import io.storehouse.formats.RejectedRow;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejected rows: kept for people, and sent to the lake, which must account for them too. */
@Component
class Rejections {
    private static final int REASON_LENGTH = 500;
    /** An event stays well below what a broker takes, whatever the rows hold. */
    private static final int EVENT_ROWS = 500;

    private static final int EVENT_CHARACTERS = 150_000;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;

    Rejections(JdbcClient jdbc, Rows rows, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps and announces rows, in the running transaction. */
    void add(ImportJob job, List<RejectedRow> rejected) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        List<RowsRejected.Row> announced = new ArrayList<>();
        for (RejectedRow row : rejected) {
            String reason = row.reason().substring(0, Math.min(row.reason().length(), REASON_LENGTH));
            parameters.add(new @Nullable Object[] {
                job.seq(),
                row.lineNo(),
                row.code().code(),
                reason,
                row.text(),
                row.store(),
                row.businessDate(),
                row.amount()
            });
            announced.add(new RowsRejected.Row(
                    row.lineNo(),
                    row.code().code(),
                    reason,
                    row.text(),
                    row.store(),
                    row.businessDate(),
                    row.amount()));
        }
        rows.write(
                Rows.insert(
                        "import_rejection",
                        "job",
                        "line_no",
                        "code",
                        "reason",
                        "text",
                        "store",
                        "business_date",
                        "amount"),
                parameters);
        announce(job, announced);
    }

    /** A page of the job's rejected rows, in the order of the file. */
    List<Rejection> page(ImportJob job, int after, int limit) {
        return jdbc.sql("""
                select line_no, code, reason, text
                from import_rejection
                where job = :job and line_no > :after
                order by line_no
                limit :limit
                """)
                .param("job", job.seq())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Rejection(
                        row.getInt("line_no"), row.getString("code"), row.getString("reason"), row.getString("text")))
                .list();
    }

    /** How many rows of each job, and their readable amounts. */
    Map<Long, Sum> sums(Collection<Long> jobs) {
        Map<Long, Sum> sums = new HashMap<>();
        if (jobs.isEmpty()) {
            return sums;
        }
        jdbc.sql("""
                select job, count(*) as line_count, coalesce(sum(amount), 0) as amount
                from import_rejection
                where job in (:jobs)
                group by job
                """).param("jobs", jobs).query(row -> {
            sums.put(row.getLong("job"), new Sum(row.getInt("line_count"), row.getBigDecimal("amount")));
        });
        return sums;
    }

    private void announce(ImportJob job, List<RowsRejected.Row> rejected) {
        List<OutboxMessage> messages = new ArrayList<>();
        List<RowsRejected.Row> event = new ArrayList<>();
        int characters = 0;
        for (RowsRejected.Row row : rejected) {
            int size = row.text().length() + row.reason().length();
            if (event.size() == EVENT_ROWS || (characters + size > EVENT_CHARACTERS && !event.isEmpty())) {
                messages.add(message(job, event));
                event = new ArrayList<>();
                characters = 0;
            }
            event.add(row);
            characters += size;
        }
        if (!event.isEmpty()) {
            messages.add(message(job, event));
        }
        outbox.append(messages);
    }

    private OutboxMessage message(ImportJob job, List<RowsRejected.Row> rejected) {
        return OutboxMessage.of(
                EventType.ROWS_REJECTED,
                Topic.IMPORTS,
                job.id().toString(),
                clock.instant(),
                new RowsRejected(job.id().toString(), job.name(), List.copyOf(rejected)));
    }

    /** A rejected row as people see it. */
    record Rejection(int lineNo, String code, String reason, String text) {}

    /** Rows of one job. */
    record Sum(int rows, BigDecimal amount) {}
}
