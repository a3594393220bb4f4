package io.storehouse.shop.importing;

import io.storehouse.formats.DocumentKind;
import io.storehouse.formats.SalesDocument;
import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of every document that a file named, by (source, invoice, kind). */
@Component
class StagedDocuments {
    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final Rows rows;

    StagedDocuments(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What is known of the documents, by their id. */
    Map<UUID, Known> known(String source, List<SalesDocument> documents) {
        Map<UUID, Known> known = new HashMap<>();
        for (int from = 0; from < documents.size(); from += CHUNK) {
            List<String> invoices = documents.subList(from, Math.min(documents.size(), from + CHUNK)).stream()
                    .map(document -> document.head().invoice())
                    .distinct()
                    .toList();
            jdbc.sql("""
                    select document_id, content_hash, job, status, opened
                    from import_document
                    where source = :source and invoice in (:invoices)
                    """).param("source", source).param("invoices", invoices).query(row -> {
                known.put(
                        UUID.fromString(row.getString("document_id")),
                        new Known(
                                HexFormat.of().formatHex(row.getBytes("content_hash")),
                                row.getLong("job"),
                                Status.ofCode(row.getString("status")),
                                row.getBoolean("opened")));
            });
        }
        return known;
    }

    /**
     * Makes the documents this job's; replaces what an earlier job left undone.
     *
     * @param recorded ids of those that are recorded, so that they need no opening stock
     */
    void stage(String source, ImportJob job, Collection<SalesDocument> documents, Set<UUID> recorded) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        for (SalesDocument document : documents) {
            parameters.add(new Object[] {
                source,
                document.head().invoice(),
                document.kind().code(),
                document.head().id(),
                HexFormat.of().parseHex(document.head().contentHash()),
                job.seq(),
                Status.STAGED.code(),
                recorded.contains(document.head().id()),
                document.lines().size(),
                document.amount()
            });
        }
        rows.write("""
                insert into import_document
                    (source, invoice, kind, document_id, content_hash, job, status, opened, line_count, amount)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update
                    opened = values(opened) or (opened and content_hash = values(content_hash)),
                    content_hash = values(content_hash),
                    job = values(job),
                    status = values(status),
                    line_count = values(line_count),
                    amount = values(amount)
                """, parameters);
    }

    void mark(String source, Collection<SalesDocument> documents, Status status) {
        set("status", status.code(), source, documents);
    }

    /** The opening receipts of the documents are recorded. */
    void markOpened(String source, Collection<SalesDocument> documents) {
        set("opened", true, source, documents);
    }

    /** What the opening receipts of the documents brought is gone. */
    void markUnopened(String source, Collection<SalesDocument> documents) {
        set("opened", false, source, documents);
    }

    private void set(String column, Object value, String source, Collection<SalesDocument> documents) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        for (SalesDocument document : documents) {
            parameters.add(new Object[] {
                value, source, document.head().invoice(), document.kind().code()
            });
        }
        rows.write(
                "update import_document set " + column + " = ? where source = ? and invoice = ? and kind = ?",
                parameters);
    }

    /** Ids of the job's documents that are still to be posted. */
    Set<UUID> pending(ImportJob job) {
        return ids(job, "");
    }

    /** Ids of the job's documents that no opening receipt covers. */
    Set<UUID> unopened(ImportJob job) {
        return ids(job, " and opened = 0");
    }

    private Set<UUID> ids(ImportJob job, String condition) {
        return new HashSet<>(
                jdbc.sql("select document_id from import_document where job = :job and status = 'staged'" + condition)
                        .param("job", job.seq())
                        .query((row, number) -> UUID.fromString(row.getString(1)))
                        .list());
    }

    /** Rows and amounts of jobs by kind and status. */
    List<Sum> sums(Collection<Long> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select job, kind, status, sum(line_count) as line_count, sum(amount) as amount
                from import_document
                where job in (:jobs)
                group by job, kind, status
                """)
                .param("jobs", jobs)
                .query((row, number) -> new Sum(
                        row.getLong("job"),
                        DocumentKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        Status.ofCode(row.getString("status")),
                        row.getInt("line_count"),
                        row.getBigDecimal("amount")))
                .list();
    }

    /** What became of a document. */
    enum Status {
        /** Its job will post it, or failed before it did. */
        STAGED,
        POSTED,
        /** The shop refused it; a later import may try again. */
        REFUSED,
        /** It was recorded otherwise, as by a till. */
        PRESENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** A document of an earlier job, or of this one. */
    record Known(String contentHash, long job, Status status, boolean opened) {
        boolean recorded() {
            return status == Status.POSTED || status == Status.PRESENT;
        }

        boolean hasContentOf(SalesDocument document) {
            return contentHash.equals(document.head().contentHash());
        }
    }

    /** Rows and signed amount of one kind and status. */
    record Sum(long job, DocumentKind kind, Status status, int rows, BigDecimal amount) {}
}
