package io.storehouse.shop.importing;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs' rows. */
@Component
class ImportJobs {
    private static final int MESSAGE_LENGTH = 1000;
    private static final String SELECT = "select seq, id, name, format, weeks, content, state from import_job ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, String name, String format, int weeks, String content) {
        jdbc.sql("""
                insert into import_job (id, name, format, weeks, content, state, created_at)
                values (:id, :name, :format, :weeks, :content, :state, :now)
                """)
                .param("id", id.toString())
                .param("name", name)
                .param("format", format)
                .param("weeks", weeks)
                .param("content", content)
                .param("state", ImportState.STAGING.name())
                .param("now", Rows.utc(clock.instant()))
                .update();
    }

    /** The first that is not finished. */
    Optional<ImportJob> next() {
        return jdbc.sql(SELECT + "where state in ('STAGING', 'OPENING', 'POSTING') order by seq limit 1")
                .query(ImportJobs::job)
                .optional();
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.toString())
                .query(ImportJobs::job)
                .optional();
    }

    /** Counts a start; returns how many there were since the job last made progress, this one included. */
    int start(ImportJob job) {
        jdbc.sql("update import_job set starts = starts + 1 where seq = :seq")
                .param("seq", job.seq())
                .update();
        return jdbc.sql("select starts from import_job where seq = :seq")
                .param("seq", job.seq())
                .query(Integer.class)
                .single();
    }

    /** Forgets the starts that led nowhere. */
    void progressed(ImportJob job) {
        jdbc.sql("update import_job set starts = 0 where seq = :seq")
                .param("seq", job.seq())
                .update();
    }

    void enter(ImportJob job, ImportState state) {
        jdbc.sql("update import_job set state = :state, finished_at = :finished where seq = :seq")
                .param("state", state.name())
                .param("finished", state.finished() ? Rows.utc(clock.instant()) : null)
                .param("seq", job.seq())
                .update();
    }

    void fail(ImportJob job, String message) {
        enter(job, ImportState.FAILED);
        say(job, message);
    }

    /** What people are told of the job; null for nothing. */
    void say(ImportJob job, @Nullable String message) {
        String cut = message == null ? null : message.substring(0, Math.min(message.length(), MESSAGE_LENGTH));
        jdbc.sql("update import_job set message = :message where seq = :seq")
                .param("message", cut)
                .param("seq", job.seq())
                .update();
    }

    void countRead(ImportJob job, int rows) {
        jdbc.sql("update import_job set rows_read = :rows where seq = :seq")
                .param("rows", rows)
                .param("seq", job.seq())
                .update();
    }

    void countAlready(ImportJob job, int rows) {
        jdbc.sql("update import_job set already_rows = already_rows + :rows where seq = :seq")
                .param("rows", rows)
                .param("seq", job.seq())
                .update();
    }

    /** Files that jobs still need, by content. */
    List<String> neededContents() {
        return jdbc.sql("select distinct content from import_job where state in ('STAGING', 'OPENING', 'POSTING')")
                .query(String.class)
                .list();
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getLong("seq"),
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                row.getString("format"),
                row.getInt("weeks"),
                row.getString("content"),
                ImportState.valueOf(row.getString("state")));
    }
}
