package io.storehouse.shop.importing;

import io.storehouse.formats.DocumentKind;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.importing.ImportReport.Count;
import io.storehouse.shop.importing.StagedDocuments.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports of jobs, in a fixed number of statements however many there are. */
@Component
class ImportReports {
    private static final String SELECT = """
            select seq, id, name, weeks, state, rows_read, already_rows, created_at, finished_at, message
            from import_job
            """;

    private final JdbcClient jdbc;
    private final StagedDocuments documents;
    private final Rejections rejections;

    ImportReports(JdbcClient jdbc, StagedDocuments documents, Rejections rejections) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.rejections = rejections;
    }

    Optional<ImportReport> find(UUID id) {
        return reports(jdbc.sql(SELECT + "where id = :id")
                        .param("id", id.toString())
                        .query(ImportReports::job)
                        .list())
                .stream()
                .findFirst();
    }

    /** The newest hundred, newest first. */
    List<ImportReport> newest() {
        return reports(jdbc.sql(SELECT + "order by seq desc limit 100")
                .query(ImportReports::job)
                .list());
    }

    private List<ImportReport> reports(List<Job> jobs) {
        List<Long> keys = jobs.stream().map(Job::seq).toList();
        Map<Long, List<StagedDocuments.Sum>> sums =
                documents.sums(keys).stream().collect(Collectors.groupingBy(StagedDocuments.Sum::job));
        Map<Long, Rejections.Sum> rejected = rejections.sums(keys);
        return jobs.stream()
                .map(job -> job.report(sums.getOrDefault(job.seq(), List.of()), rejected.get(job.seq())))
                .toList();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getLong("seq"),
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                row.getInt("weeks"),
                ImportState.valueOf(row.getString("state")),
                row.getInt("rows_read"),
                row.getInt("already_rows"),
                row.getObject("created_at", LocalDateTime.class),
                row.getObject("finished_at", LocalDateTime.class),
                row.getString("message"));
    }

    private record Job(
            long seq,
            UUID id,
            String name,
            int weeks,
            ImportState state,
            int rowsRead,
            int already,
            LocalDateTime createdAt,
            @Nullable LocalDateTime finishedAt,
            @Nullable String message) {

        ImportReport report(List<StagedDocuments.Sum> sums, Rejections.@Nullable Sum rejected) {
            return new ImportReport(
                    id,
                    name,
                    ImportReport.State.of(state),
                    weeks,
                    rowsRead,
                    rows(sums, Status.POSTED) + rows(sums, Status.REFUSED),
                    rows(sums, Status.POSTED) + rows(sums, Status.REFUSED) + rows(sums, Status.STAGED),
                    new ImportReport.Counts(
                            count(sums, DocumentKind.SALE),
                            count(sums, DocumentKind.RETURN),
                            count(sums, DocumentKind.ADJUSTMENT),
                            rejected == null ? Count.NONE : new Count(rejected.rows(), rejected.amount())),
                    already,
                    Rows.instant(createdAt),
                    finishedAt == null ? null : Rows.instant(finishedAt),
                    message);
        }

        private static int rows(List<StagedDocuments.Sum> sums, Status status) {
            return sums.stream()
                    .filter(sum -> sum.status() == status)
                    .mapToInt(StagedDocuments.Sum::rows)
                    .sum();
        }

        private static Count count(List<StagedDocuments.Sum> sums, DocumentKind kind) {
            return sums.stream()
                    .filter(sum -> sum.kind() == kind && sum.status() == Status.POSTED)
                    .map(sum -> new Count(sum.rows(), sum.amount()))
                    .findFirst()
                    .orElse(Count.NONE);
        }
    }
}
