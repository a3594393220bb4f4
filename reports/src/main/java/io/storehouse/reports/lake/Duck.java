package io.storehouse.reports.lake;

import io.storehouse.contracts.LakeNames;
import io.storehouse.reports.cli.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * DuckDB in this process, in memory, with views over pinned tables named {@code table}, {@code retail.table} and
 * {@code lake.retail.table}, and a one-row view {@code period (first_day, last_day)}, both days inclusive.
 */
public final class Duck implements AutoCloseable {
    /** The view of the days that a report is about; without choice all days there are. */
    public static final String PERIOD = "period";

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Connection connection;
    private final List<String> paths = new ArrayList<>();

    private Duck(Connection connection) {
        this.connection = connection;
    }

    /** Starts an empty DuckDB that streams results and never reaches for an extension. */
    public static Duck open() {
        Properties limits = new Properties();
        limits.setProperty("memory_limit", "1GB");
        limits.setProperty("threads", "2");
        limits.setProperty("temp_directory", "");
        limits.setProperty("autoinstall_known_extensions", "false");
        limits.setProperty("autoload_known_extensions", "false");
        limits.setProperty("jdbc_stream_results", "true");
        try {
            Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:", limits));
            duck.run("attach ':memory:' as " + LakeNames.CATALOG);
            duck.run("create schema " + LakeNames.CATALOG + "." + LakeNames.NAMESPACE);
            duck.run("use " + LakeNames.CATALOG + "." + LakeNames.NAMESPACE);
            duck.run("set TimeZone = 'UTC'");
            duck.period(FIRST, LAST);
            return duck;
        } catch (SQLException e) {
            throw Problem.internal("Failed to start DuckDB: " + e.getMessage(), e);
        }
    }

    /** Chooses the days of the view {@link #PERIOD}. */
    public void period(LocalDate firstDay, LocalDate lastDay) {
        run("create or replace view " + PERIOD + " as select date '" + firstDay + "' as first_day, date '" + lastDay
                + "' as last_day");
    }

    /** Makes a table visible under its name. */
    public void add(PinnedTable table) {
        add(table.name(), table);
    }

    /** Makes a table visible under another name. */
    public void add(String name, PinnedTable table) {
        run("create or replace view " + Sql.name(name) + " as " + table.select());
        table.files().forEach(file -> paths.add(file.path()));
    }

    /** Lets large work of this program's own go to disk. */
    public void spillTo(Path directory) {
        run("set temp_directory = " + Sql.text(directory.toString()));
    }

    /** From here on DuckDB opens no file but the tables' own, and no setting can be changed. */
    public void lock() {
        run(paths.stream().map(Sql::text).collect(Collectors.joining(", ", "set allowed_paths = [", "]")));
        run("set enable_external_access = false");
        run("set lock_configuration = true");
    }

    /** Runs a statement of this program's own. */
    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Problem.internal("Failed to run in DuckDB: " + e.getMessage(), e);
        }
    }

    /** Reads rows with a query of this program's own. */
    public <T> List<T> read(String sql, RowReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw Problem.internal("Failed to run in DuckDB: " + e.getMessage(), e);
        }
    }

    /** The connection, for statements whose errors are the user's. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Problem.internal("Failed to stop DuckDB: " + e.getMessage(), e);
        }
    }

    /** Makes one value of one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the present row. */
        T read(ResultSet row) throws SQLException;
    }
}
