package io.storehouse.launcher.probes;

import io.storehouse.engines.MariaDbReplica;
import io.storehouse.launcher.supervision.Health;
import io.storehouse.launcher.supervision.Probe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a replica follow its source, and tells whether it does. A first copy may take long and nobody waits for it: the shop reads
 * from the other database until it is whole. One that stopped for an error is copied anew at its next start.
 */
public final class Replication implements Probe {
    private static final int CANNOT_GO_ON = 1236;
    private static final long STARTS_WITHIN_MILLIS = 500;

    private final MariaDbReplica replica;
    private final String url;
    private final String password;
    private final Clock clock;
    private volatile @Nullable Beginning beginning;

    private record Beginning(Instant at, CompletableFuture<MariaDbReplica.Followed> end) {}

    /** Asks the replica as its user {@code monitor}. */
    public Replication(MariaDbReplica replica, String password, Clock clock) {
        this.replica = replica;
        this.url = "jdbc:mariadb://127.0.0.1:" + replica.port()
                + "/?connectTimeout=2000&socketTimeout=2500&sslMode=disable";
        this.password = password;
        this.clock = clock;
    }

    /** What a server did that is gone says nothing of the next one, which follows nobody yet; call before each start. */
    public void forget() {
        beginning = null;
    }

    /** Begins to follow, in a thread of its own; call whenever the server has started. */
    public void begin() throws InterruptedException {
        CompletableFuture<MariaDbReplica.Followed> end = new CompletableFuture<>();
        beginning = new Beginning(clock.instant(), end);
        Thread thread = new Thread(() -> follow(end), "replica-follow");
        thread.setDaemon(true);
        thread.start();
        // one that only goes on is there at once
        thread.join(STARTS_WITHIN_MILLIS);
    }

    private void follow(CompletableFuture<MariaDbReplica.Followed> end) {
        try {
            end.complete(replica.follow());
        } catch (IOException | RuntimeException e) {
            end.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.completeExceptionally(e);
        }
    }

    @Override
    public Health check() throws SQLException, IOException {
        Beginning known = beginning;
        if (known == null) {
            return answers() ? Health.good("answers") : Health.bad("does not answer");
        }
        if (!known.end().isDone()) {
            return answers()
                    ? Health.good("copies the database, for "
                            + Duration.between(known.at(), clock.instant()).toSeconds() + " s")
                    : Health.bad("does not answer");
        }
        try {
            known.end().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Health.bad(String.valueOf(cause.getMessage()));
        }
        return following();
    }

    private boolean answers() {
        return replica.answers(Duration.ofSeconds(2));
    }

    private Health following() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, "monitor", password);
                Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery("show slave status")) {
            return status.next() ? judge(status) : Health.bad("follows nobody");
        }
    }

    private Health judge(ResultSet status) throws SQLException, IOException {
        boolean broken = status.getInt("Last_SQL_Errno") != 0;
        boolean lost = status.getInt("Last_IO_Errno") == CANNOT_GO_ON;
        if (broken || lost) {
            replica.distrust();
            String error = status.getString(broken ? "Last_SQL_Error" : "Last_IO_Error");
            return Health.bad("stopped, and will be copied anew: " + error);
        }
        if (!status.getString("Slave_SQL_Running").equals("Yes")) {
            return Health.bad("was told to follow no longer");
        }
        if (!status.getString("Slave_IO_Running").equals("Yes")) {
            return Health.good("waits for the other database");
        }
        long behind = status.getLong("Seconds_Behind_Master");
        return Health.good("follows" + (behind > 0 ? ", " + behind + " s behind" : ""));
    }
}
