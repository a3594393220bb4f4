package io.storehouse.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB server with row-based binary log, durable at every commit, whose schemas {@code shop} and {@code iceberg} and
 * users {@code shop}, {@code lake}, {@code cdc}, {@code replica} and {@code monitor} exist as soon as it answers. Changed passwords take
 * effect at the next start.
 */
public final class MariaDb implements Engine {
    private final MariaDbServer server;
    private final MariaDbPasswords passwords;

    /** A server whose data and settings are in that directory. */
    public MariaDb(Binaries binaries, Path directory, int port, MariaDbPasswords passwords) {
        this.server = new MariaDbServer(binaries, directory, port);
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "mariadb";
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
        server.prepare(initSql());
    }

    @Override
    public List<String> command() {
        return server.command(List.of(
                "--max-connections=200",
                "--innodb-buffer-pool-size=192M",
                "--innodb-flush-log-at-trx-commit=1",
                // positions compare sequences, so the log must never hold a second server or domain
                "--server-id=1",
                "--gtid-domain-id=0",
                "--log-bin=binlog",
                // a batch of an import is written to the log from memory, not by way of a temporary file
                "--binlog-cache-size=2M",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                // rows are logged, not statements, so the shop may guard its audit log by triggers
                "--log-bin-trust-function-creators=1",
                "--sync-binlog=1",
                "--binlog-expire-logs-seconds=604800"));
    }

    @Override
    public boolean answers(Duration within) {
        return server.answers(within);
    }

    /**
     * One statement a line, repeatable, and kept out of the binary log, which belongs to the shop; but a binary log without
     * any GTID cannot be followed, so the first start writes one.
     */
    private String initSql() {
        StringBuilder sql = new StringBuilder("""
                execute immediate if(@@global.gtid_binlog_pos = '', 'create database if not exists shop', 'do 0');
                set sql_log_bin = 0;
                create database if not exists shop character set utf8mb4 collate utf8mb4_bin;
                create database if not exists iceberg character set utf8mb4 collate utf8mb4_bin;
                """);
        MariaDbServer.user(sql, "shop", passwords.shop(), "all privileges on shop.*");
        MariaDbServer.user(sql, "lake", passwords.lake(), "all privileges on iceberg.*");
        MariaDbServer.user(
                sql,
                "cdc",
                passwords.cdc(),
                "reload, show databases, replication slave, binlog monitor on *.*",
                "select, lock tables on shop.*");
        MariaDbServer.user(sql, "monitor", passwords.monitor(), "binlog monitor, process on *.*");
        // what a copy of the schema and the following of the log need
        MariaDbServer.user(
                sql,
                "replica",
                passwords.replica(),
                "replication slave, binlog monitor on *.*",
                "select, show view, trigger on shop.*");
        return sql.toString();
    }
}
