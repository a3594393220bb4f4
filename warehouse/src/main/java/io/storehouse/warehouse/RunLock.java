package io.storehouse.warehouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one run at a time build a warehouse: a named lock of the catalog's database, which the database lets go by itself
 * when the process that holds it dies.
 */
final class RunLock implements AutoCloseable {
    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock or fails at once.
     *
     * @throws WarehouseException when another run holds it
     */
    static RunLock take(WarehouseSettings settings) {
        try {
            Connection connection = DriverManager.getConnection(
                    settings.catalogUri(), settings.catalogUser(), settings.catalogPassword());
            if (locked(connection)) {
                return new RunLock(connection);
            }
            connection.close();
        } catch (SQLException e) {
            throw new WarehouseException(
                    WarehouseError.CATALOG_UNREACHABLE,
                    "Cannot reach the lake's catalog at " + settings.catalogUri() + ": " + e.getMessage()
                            + "; is the storehouse up?",
                    e);
        }
        throw new WarehouseException(
                WarehouseError.ALREADY_RUNNING,
                "Cannot build the warehouse: another run is building it; wait until it is done");
    }

    private static boolean locked(Connection connection) throws SQLException {
        // locks are the server's, so the schema is part of the name
        try (PreparedStatement statement =
                        connection.prepareStatement("select get_lock(concat(database(), '.warehouse'), 0)");
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getInt(1) == 1;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // the database lets the lock go when it notices that the connection is gone
            return;
        }
    }
}
