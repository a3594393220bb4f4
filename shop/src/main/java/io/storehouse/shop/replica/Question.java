package io.storehouse.shop.replica;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One question that is asked a server again and again, on a connection of its own, with little patience. */
final class Question implements AutoCloseable {
    private static final String PATIENCE_MILLIS = "1000";

    private final String url;
    private final Properties properties = new Properties();
    private final String sql;
    private @Nullable Connection connection;

    Question(String url, String username, String password, String sql) {
        this.url = url;
        this.sql = sql;
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", PATIENCE_MILLIS);
        properties.setProperty("socketTimeout", PATIENCE_MILLIS);
    }

    /** The answer; a connection that was lost is made again once. */
    synchronized Gtids ask() throws SQLException {
        Connection known = connection;
        if (known != null) {
            try {
                return ask(known);
            } catch (SQLException e) {
                close();
            }
        }
        Connection fresh = DriverManager.getConnection(url, properties);
        connection = fresh;
        return ask(fresh);
    }

    private Gtids ask(Connection on) throws SQLException {
        try (Statement statement = on.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            String text = result.getString(1);
            return Gtids.parse(text).orElseThrow(() -> new SQLException("Invalid GTID position: " + text));
        }
    }

    @Override
    public synchronized void close() {
        Connection known = connection;
        connection = null;
        if (known != null) {
            try {
                known.close();
            } catch (SQLException e) {
                // it was lost before
            }
        }
    }
}
