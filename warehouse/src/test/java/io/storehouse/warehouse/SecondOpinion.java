package io.storehouse.warehouse;

import static java.util.stream.Collectors.joining;

import io.storehouse.warehouse.Contract.Column;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DuckDB, in memory, running the same models. */
final class SecondOpinion implements AutoCloseable {
    private final Connection connection;

    SecondOpinion() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("set timezone = 'UTC'");
    }

    /** Builds all models from the events. */
    void build(Models models, List<ArchivedEvent> events) throws SQLException {
        create(Models.archive().name(), Models.archive());
        load(events);
        execute("create view ods_event_range as select * from ods_event");
        parse();
        for (Model model : models.inOrder()) {
            create("previous_" + model.name(), model.contract());
            create(model.name(), model.contract());
            execute("insert into " + model.name() + " select " + columns(model.contract()) + " from (" + model.sql()
                    + ")");
        }
    }

    /** Makes {@code ods_line} of {@code ods_event_range}. */
    void parse() throws SQLException {
        execute("create table ods_line as " + Models.parser("duckdb"));
    }

    /** An empty table of a contract's columns. */
    void create(String name, Contract contract) throws SQLException {
        execute("create table " + name + " ("
                + contract.columns().stream()
                        .map(column -> column.name() + " " + column.type().replaceAll("^timestamp$", "timestamptz"))
                        .collect(joining(", "))
                + ")");
    }

    List<String> rows(Contract contract) throws SQLException {
        return query("select " + columns(contract) + " from " + contract.name());
    }

    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(Rows.text(row));
            }
        }
        rows.sort(null);
        return rows;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void load(List<ArchivedEvent> events) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ods_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (ArchivedEvent event : events) {
                insert.setString(1, event.topic());
                insert.setInt(2, event.partition());
                insert.setLong(3, event.offset());
                insert.setString(4, event.position());
                insert.setString(5, event.id());
                insert.setString(6, event.type());
                insert.setString(7, event.key());
                insert.setObject(8, event.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(9, event.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setString(10, event.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String columns(Contract contract) {
        return contract.columns().stream().map(Column::name).collect(joining(", "));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
