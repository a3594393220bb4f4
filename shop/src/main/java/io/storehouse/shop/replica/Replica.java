package io.storehouse.shop.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replica: decides which reads it can serve. */
final class Replica implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
    private static final long SHORTEST_POOL_PATIENCE = 250;

    private final ReplicaSettings settings;
    private final int incarnation;
    private final Watch watch;
    private final HikariDataSource pool;
    /** Fewer than connections, so that those who wait never keep all of them from those who need not. */
    private final Semaphore waiting;

    Replica(ReplicaSettings settings, int incarnation, Watch watch) {
        this.settings = settings;
        this.incarnation = incarnation;
        this.watch = watch;
        this.pool = new HikariDataSource(pool(settings));
        this.waiting = new Semaphore(Math.max(1, settings.maximumPoolSize() / 2));
    }

    Watch watch() {
        return watch;
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    int incarnation() {
        return incarnation;
    }

    /**
     * Chooses where a read goes: to the replica where it is fresh enough and has what the caller has seen, else to the primary. While
     * that is away, the replica's age is said instead; what a caller has seen is never taken back from him.
     */
    void decide(Route route) {
        boolean alone = watch.primaryAway();
        Optional<Duration> age = watch.age().filter(known -> alone || known.compareTo(settings.maxLag()) <= 0);
        if (age.isEmpty() || !reached(route, alone)) {
            route.handle(Route.Way.PRIMARY);
            return;
        }
        if (alone) {
            route.stale(age.get());
        }
        route.handle(Route.Way.REPLICA);
    }

    /** After a failure: whether another database can serve the read, which then is its way. */
    boolean isOtherWay(Route route) {
        if (route.tookReplica()) {
            route.again();
            route.handle(Route.Way.PRIMARY);
            return true;
        }
        watch.lookAtPrimary();
        if (!watch.primaryAway()) {
            return false;
        }
        decide(route);
        return route.way() == Route.Way.REPLICA;
    }

    private boolean reached(Route route, boolean alone) {
        if (route.asked().isEmpty()) {
            return true;
        }
        ReadPosition asked = route.asked().get();
        if (asked.incarnation() != incarnation) {
            // what he saw may be undone; only the primary knows, and without it there is nothing better
            return alone;
        }
        return watch.has(asked.gtids()) || arrives(asked.gtids());
    }

    private boolean arrives(Gtids wanted) {
        if (settings.patience().isZero() || !waiting.tryAcquire()) {
            return false;
        }
        try (Connection connection = connection();
                PreparedStatement wait = connection.prepareStatement("select master_gtid_wait(?, ?)")) {
            wait.setString(1, wanted.text());
            wait.setDouble(2, settings.patience().toNanos() / 1e9);
            try (ResultSet result = wait.executeQuery()) {
                return result.next() && result.getInt(1) == 0;
            }
        } catch (SQLException e) {
            LOG.debug("The replica did not wait", e);
            return false;
        } finally {
            waiting.release();
        }
    }

    private static HikariConfig pool(ReplicaSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("replica");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(settings.maximumPoolSize());
        config.setMinimumIdle(Math.min(2, settings.maximumPoolSize()));
        config.setConnectionTimeout(
                Math.max(SHORTEST_POOL_PATIENCE, settings.patience().toMillis()));
        // the shop starts without it
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        config.addDataSourceProperty("connectTimeout", "1000");
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.readTimeout().toMillis()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    @Override
    public void close() {
        watch.close();
        pool.close();
    }
}
