package io.storehouse.reports.reconcile;

import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.PinnedTable;
import io.storehouse.reports.lake.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The archive in DuckDB, as it was at several snapshots at once: every file is read once, and each snapshot is the set of
 * its files. Of records with the same position in one partition only the first counts.
 */
final class Books {
    private static final int BATCH = 1000;
    private static final List<String> EXTRACTS = List.of("line", "document", "adjustment", "rejection", "reference");
    private static final List<String> VIEWS = List.of("counted", "newest", "naming", "sku");

    private final Duck duck;
    private final Set<Long> snapshots;

    private Books(Duck duck, Set<Long> snapshots) {
        this.duck = duck;
        this.snapshots = snapshots;
    }

    /** Reads the archive at all of those snapshots. */
    static Books load(Duck duck, Collection<PinnedTable> archives) {
        Map<String, PinnedTable.DataFile> files = new LinkedHashMap<>();
        archives.forEach(archive -> archive.files().forEach(file -> files.put(file.path(), file)));
        List<PinnedTable.DataFile> all = List.copyOf(files.values());
        PinnedTable any = archives.iterator().next();
        duck.run("create or replace view archive as " + any.withFiles(all).selectWithFile());
        duck.run("create or replace table file (file_id integer, path varchar)");
        insert(duck, "file", numbered(all));
        run(duck, "log");
        run(duck, "item");
        EXTRACTS.forEach(extract -> run(duck, extract));
        Books books = new Books(duck, new HashSet<>());
        archives.forEach(books::keep);
        return books;
    }

    private static void run(Duck duck, String name) {
        duck.run(Statements.load(name).replaceFirst("(?m)^create (table|view)", "create or replace $1"));
    }

    private static List<String> numbered(List<PinnedTable.DataFile> files) {
        List<String> rows = new ArrayList<>();
        for (PinnedTable.DataFile file : files) {
            rows.add("(" + rows.size() + ", " + Sql.text(file.path()) + ")");
        }
        return rows;
    }

    static void insert(Duck duck, String table, List<String> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<String> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            duck.run("insert into " + table + " values " + String.join(", ", batch));
        }
    }

    private void keep(PinnedTable archive) {
        long snapshot = id(archive);
        if (!snapshots.add(snapshot)) {
            return;
        }
        String paths = archive.files().stream()
                .map(file -> Sql.text(file.path()))
                .collect(Collectors.joining(", ", "[", "]::varchar[]"));
        duck.run("create or replace table files_" + snapshot + " as select file_id from file semi join (select unnest("
                + paths + ") as path) as own using (path)");
        duck.run("""
                create or replace table kept_%1$d as
                select file_id, topic, kafka_partition, kafka_offset
                from log
                semi join files_%1$d using (file_id)
                qualify row_number() over (
                    partition by topic, kafka_partition, coalesce(position, cast(kafka_offset as varchar))
                    order by kafka_offset
                ) = 1
                """.formatted(snapshot));
        for (String extract : EXTRACTS) {
            duck.run("create or replace view %1$s_%2$d as select * from %1$s semi join kept_%2$d using (file_id, topic,"
                            .formatted(extract, snapshot)
                    + " kafka_partition, kafka_offset)");
        }
        VIEWS.forEach(view -> duck.run(Statements.load(view).replace("{snapshot}", Long.toString(snapshot))));
    }

    /** Records that the archive held at a snapshot, and does not hold the same at another. */
    List<Difference> rewritten(long before, long now) {
        String sql = Statements.load("rewritten")
                .replace("{before}", Long.toString(before))
                .replace("{now}", Long.toString(now));
        return duck.read(
                sql,
                row -> new Difference(
                        "lake",
                        "lake",
                        Comparison.orNull(row.getString("store")),
                        Comparison.orNull(row.getString("business_date")),
                        row.getString("measure"),
                        "as at snapshot " + before,
                        row.getString("actual")));
    }

    /** The suffix of a snapshot's tables; 0 for an archive that has never been written. */
    static long id(PinnedTable archive) {
        Long snapshot = archive.snapshotId();
        return snapshot == null ? 0 : snapshot;
    }

    Duck duck() {
        return duck;
    }
}
