package io.storehouse.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB server that follows another one's binary log by GTID and whose schema {@code shop} can only be read. It starts
 * following nobody; {@link #follow} makes it a replica each time. Its user {@code reader} exists only while its copy is whole,
 * so that nobody ever reads half a copy. Where it has come to is kept with the data, in one transaction each, so a kill loses
 * and doubles nothing.
 */
public final class MariaDbReplica implements Engine {
    private final MariaDbServer server;
    private final ReplicationSource source;
    private final ReplicaPasswords passwords;

    /** A server whose data and settings are in that directory. */
    public MariaDbReplica(
            Binaries binaries, Path directory, int port, ReplicationSource source, ReplicaPasswords passwords) {
        this.server = new MariaDbServer(binaries, directory, port);
        this.source = source;
        this.passwords = passwords;
    }

    /** How a replica came to follow. */
    public enum Followed {
        /** It has made a new copy. */
        COPIED,
        /** It goes on where it was. */
        RESUMED
    }

    @Override
    public String name() {
        return "replica";
    }

    @Override
    public Path directory() {
        return server.directory();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Map<String, String> environment() {
        return MariaDbServer.ENVIRONMENT;
    }

    @Override
    public List<String> markers() {
        return server.markers();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        StringBuilder sql = new StringBuilder();
        MariaDbServer.user(sql, "follower", passwords.follower(), "all privileges on *.*");
        sql.append("grant grant option on *.* to ")
                .append(MariaDbServer.account("follower"))
                .append(";\n");
        MariaDbServer.user(sql, "monitor", passwords.monitor(), "replica monitor on *.*");
        server.prepare(sql.toString());
    }

    @Override
    public List<String> command() {
        return server.command(List.of(
                "--max-connections=60",
                "--innodb-buffer-pool-size=64M",
                // what the machine's death takes is fetched again: the position goes back with the data
                "--innodb-flush-log-at-trx-commit=2",
                // 2 is Debezium's: of two followers with one id, each throws the other out
                "--server-id=3",
                "--gtid-domain-id=0",
                "--read-only=1",
                "--relay-log=relay",
                "--relay-log-recovery=1",
                "--skip-slave-start",
                "--slave-net-timeout=10",
                // it waits for its source as long as that takes
                "--master-retry-count=0",
                // the lake's catalog is no business of the shop's
                "--replicate-wild-do-table=shop.%"));
    }

    @Override
    public boolean answers(Duration within) {
        return server.answers(within);
    }

    /**
     * Lets it follow its source: from where it was or, where there is no copy or the source no longer has what comes after it,
     * from a new one. Needs the server to answer; the source must answer for a new copy only.
     *
     * @throws IOException when no copy can be made; nothing can be read then, and it may be tried again
     */
    public Followed follow() throws IOException, InterruptedException {
        return new Following(server, source, passwords).begin();
    }

    /** Lets the next {@link #follow} make a new copy, whatever there is; for a replica that stopped for an error. */
    public void distrust() throws IOException {
        OwnerOnly.write(new Following(server, source, passwords).distrusted(), "");
    }
}
