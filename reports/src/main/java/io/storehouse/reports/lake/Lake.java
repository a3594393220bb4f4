package io.storehouse.reports.lake;

import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Settings;
import io.storehouse.reports.cli.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * The Iceberg catalog, read-only. The catalog's database keeps one pointer a table; one statement reads all of them, so
 * that what a {@link Lake} sees is one moment of the whole catalog and stays so until {@link #refresh}.
 */
public final class Lake implements AutoCloseable {
    private static final String POINTERS =
            "select * from iceberg_tables where catalog_name = ? and table_namespace = ?";
    private static final String NO_SUCH_TABLE = "42S02";

    private final Connection catalog;
    private final LakeFiles files = new LakeFiles();
    private Map<String, String> pointers = Map.of();

    private Lake(Connection catalog) {
        this.catalog = catalog;
    }

    /**
     * Opens the catalog.
     *
     * @throws Problem when its database does not answer
     */
    public static Lake open(Settings settings) {
        String uri = settings.require(Settings.LAKE_CATALOG_URI);
        String user = settings.require(Settings.LAKE_CATALOG_USER);
        String password = settings.require(Settings.LAKE_CATALOG_PASSWORD);
        settings.check();
        try {
            Lake lake = new Lake(DriverManager.getConnection(uri, user, password));
            lake.refresh();
            return lake;
        } catch (SQLException e) {
            throw unreachable(uri, e);
        }
    }

    /** Reads the pointers again. */
    public void refresh() {
        Map<String, String> read = new TreeMap<>();
        try (PreparedStatement statement = catalog.prepareStatement(POINTERS)) {
            statement.setString(1, LakeNames.CATALOG);
            statement.setString(2, LakeNames.NAMESPACE);
            try (ResultSet rows = statement.executeQuery()) {
                boolean typed = rows.getMetaData().getColumnCount() > 5;
                while (rows.next()) {
                    if (!typed || !"VIEW".equals(rows.getString("iceberg_type"))) {
                        read.put(rows.getString("table_name"), rows.getString("metadata_location"));
                    }
                }
            }
        } catch (SQLException e) {
            if (!NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw unreachable("its database", e);
            }
        }
        pointers = read;
    }

    /** Names of all tables, in order. */
    public List<String> tables() {
        return List.copyOf(pointers.keySet());
    }

    /** Whether the table exists. */
    public boolean has(String table) {
        return pointers.containsKey(table);
    }

    /** What changes with every commit to the table; empty while there is no such table. */
    public Optional<String> version(String table) {
        return Optional.ofNullable(pointers.get(table));
    }

    /** The table as the catalog has it now. */
    public PinnedTable pin(String name) {
        Table table = load(name);
        return pin(name, table, table.currentSnapshot());
    }

    /**
     * The table as it was at a snapshot.
     *
     * @throws Problem when the snapshot is no longer kept
     */
    public PinnedTable pin(String name, long snapshotId) {
        Table table = load(name);
        Snapshot snapshot = table.snapshot(snapshotId);
        if (snapshot == null) {
            throw Problem.external(
                    "Cannot read " + name + " at snapshot " + snapshotId + ": it is no longer kept;"
                            + " build the warehouse again with ./storehouse warehouse backfill",
                    null);
        }
        return pin(name, table, snapshot);
    }

    /** The newest value of a property over the table's present snapshot and its ancestors. */
    public Optional<String> newestSummary(String name, String property) {
        Table table = load(name);
        Snapshot snapshot = table.currentSnapshot();
        while (snapshot != null) {
            String value = snapshot.summary().get(property);
            if (value != null) {
                return Optional.of(value);
            }
            Long parent = snapshot.parentId();
            snapshot = parent == null ? null : table.snapshot(parent);
        }
        return Optional.empty();
    }

    private Table load(String name) {
        String pointer = pointers.get(name);
        if (pointer == null) {
            throw unknown(name);
        }
        try {
            return new BaseTable(new StaticTableOperations(pointer, files), name);
        } catch (NotFoundException e) {
            throw Problem.external("Cannot find " + pointer + ", which the catalog says describes " + name, e);
        }
    }

    private static PinnedTable pin(String name, Table table, @Nullable Snapshot snapshot) {
        if (snapshot == null) {
            return new PinnedTable(name, null, null, Map.of(), table.schema(), List.of());
        }
        List<PinnedTable.DataFile> planned = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
            for (FileScanTask task : tasks) {
                if (!task.deletes().isEmpty()) {
                    throw Problem.external(
                            "Cannot read " + name
                                    + ": it has delete files, and only copy-on-write tables are read here;"
                                    + " rewrite it with Spark",
                            null);
                }
                planned.add(new PinnedTable.DataFile(
                        LakeFiles.path(task.file().location()), task.file().recordCount()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to plan " + name, e);
        }
        planned.sort(Comparator.comparing(PinnedTable.DataFile::path));
        return new PinnedTable(
                name,
                snapshot.snapshotId(),
                Instant.ofEpochMilli(snapshot.timestampMillis()),
                snapshot.summary(),
                table.schema(),
                planned);
    }

    /** What to say of a table that is not there. */
    public Problem unknown(String name) {
        if (pointers.isEmpty()) {
            return Problem.external(
                    "Cannot find table " + name + ": the lake has no tables yet;"
                            + " import sales with ./storehouse import, then ./storehouse warehouse run",
                    null);
        }
        return Problem.user("Cannot find table " + name + "; " + Spelling.hint(name, pointers.keySet()));
    }

    private static Problem unreachable(String uri, SQLException cause) {
        return Problem.external(
                "Cannot reach the lake's catalog (MariaDB) at " + uri + ": " + cause.getMessage()
                        + "; is it up? See ./storehouse status",
                cause);
    }

    @Override
    public void close() {
        try {
            catalog.close();
        } catch (SQLException e) {
            throw unreachable("its database", e);
        }
    }
}
