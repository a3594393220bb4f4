package io.storehouse.shop.isolation;

import io.storehouse.shop.RealEngines;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** One connection in a transaction. It never waits for a lock: where it would have to, the database refuses. */
final class Session implements AutoCloseable {
    /** A lock is held by another transaction; two transactions wait for each other. */
    private static final Set<Integer> REFUSALS = Set.of(1205, 1213);

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** A session at a level of {@link Connection}, its transaction begun by its first statement. */
    static Session at(int level) throws SQLException {
        Connection connection = DriverManager.getConnection(
                RealEngines.MARIADB.jdbcUrl("shop"),
                "shop",
                RealEngines.MARIADB.passwords().shop());
        connection.setTransactionIsolation(level);
        connection.setAutoCommit(false);
        Session session = new Session(connection);
        session.update("set innodb_lock_wait_timeout = 0");
        return session;
    }

    /** The number that a query of one row and one column gives. */
    BigDecimal number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }

    /** Whether a query gives that number; false where another's lock refuses it. */
    boolean sees(String sql, int expected) throws SQLException {
        try {
            return number(sql).compareTo(BigDecimal.valueOf(expected)) == 0;
        } catch (SQLException e) {
            return refused(e);
        }
    }

    /** How many rows it changed. */
    int update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Changes and commits; whether a row was changed, false where another's lock or a deadlock refused it. */
    boolean writes(String sql) throws SQLException {
        try {
            boolean changed = update(sql) > 0;
            connection.commit();
            return changed;
        } catch (SQLException e) {
            return refused(e);
        }
    }

    private boolean refused(SQLException failure) throws SQLException {
        if (!REFUSALS.contains(failure.getErrorCode())) {
            throw failure;
        }
        connection.rollback();
        return false;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
