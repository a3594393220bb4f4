package io.storehouse.shop.replica;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The shop's one data source: the primary's connections, and the replica's where the route of the request says so. While the
 * primary is known to be away nobody waits for it.
 */
final class SplitDataSource extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(SplitDataSource.class);

    /** A waiting thread looks this often whether waiting makes sense. */
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Replica replica;
    private final long patience;

    private SplitDataSource(DataSource primary, Replica replica, Duration patience) {
        super(primary);
        this.replica = replica;
        this.patience = patience.toNanos();
    }

    static SplitDataSource of(HikariDataSource primary, Replica replica) {
        Duration patience = Duration.ofMillis(primary.getConnectionTimeout());
        primary.setConnectionTimeout(Math.min(LOOK_EVERY_MILLIS, primary.getConnectionTimeout()));
        return new SplitDataSource(primary, replica, patience);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Route route = Route.current();
        if (route == null) {
            return primary();
        }
        return switch (route.way()) {
            case PRIMARY -> seen(route, primary());
            case PRIMARY_FIRST -> first();
            case REPLICA -> ofReplica(route);
        };
    }

    private Connection ofReplica(Route route) throws SQLException {
        route.takesReplica();
        return replica.connection();
    }

    private static Connection seen(Route route, Connection connection) {
        route.takesPrimary();
        return PositionedCommits.of(connection, route);
    }

    /** A connection that died in the pool must not cost a reader his answer, so it is tried. */
    private Connection first() throws SQLException {
        if (replica.watch().primaryAway()) {
            return replica.connection();
        }
        Connection connection = null;
        try {
            connection = primary();
            if (connection.isValid(1)) {
                return connection;
            }
        } catch (SQLException e) {
            LOG.debug("The primary gave no connection", e);
        }
        JdbcUtils.closeConnection(connection);
        if (!replica.watch().primaryAway()) {
            replica.watch().lookAtPrimary();
        }
        return replica.watch().primaryAway() ? replica.connection() : primary();
    }

    private Connection primary() throws SQLException {
        long from = System.nanoTime();
        while (true) {
            if (replica.watch().primaryAway()) {
                throw new SQLTransientConnectionException("The primary database is away", "08001");
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                replica.watch().lookAtPrimary();
                if (System.nanoTime() - from > patience) {
                    throw e;
                }
            }
        }
    }
}
