package io.storehouse.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB server with row-based binary log, durable at every commit, whose schemas {@code shop} and {@code iceberg} and
 * users {@code shop}, {@code lake}, {@code cdc} and {@code monitor} exist as soon as it answers. Changed passwords take
 * effect at the next start.
 */
public final class MariaDb implements Engine {
    private static final int GREETING_VERSION = 10;
    private static final long INSTALL_SECONDS = 120;

    private final Binaries binaries;
    private final Path directory;
    private final int port;
    private final MariaDbPasswords passwords;

    /** A server whose data and settings are in that directory. */
    public MariaDb(Binaries binaries, Path directory, int port, MariaDbPasswords passwords) {
        this.binaries = binaries;
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("TZ", "UTC");
    }

    @Override
    public List<String> markers() {
        return List.of("--datadir=" + data());
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        OwnerOnly.directory(directory);
        OwnerOnly.directory(directory.resolve("tmp"));
        if (!Files.isDirectory(data())) {
            install();
        }
        OwnerOnly.write(initFile(), initSql());
    }

    @Override
    public List<String> command() {
        Binaries.Program program = program();
        List<String> command = new ArrayList<>(List.of(program.server().toString(), "--no-defaults"));
        program.base().ifPresent(base -> command.add("--basedir=" + base));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.addAll(List.of(
                "--datadir=" + data(),
                "--tmpdir=" + directory.resolve("tmp"),
                "--init-file=" + initFile(),
                // relative to the data directory: the path of a socket may have 107 bytes only
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile=0",
                "--secure-file-priv=" + directory.resolve("tmp"),
                // health checks that only read the greeting must not lock anybody out
                "--max-connect-errors=4294967295",
                "--log-warnings=1",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--innodb-buffer-pool-size=192M",
                "--innodb-flush-log-at-trx-commit=1",
                // positions compare sequences, so the log must never hold a second server or domain
                "--server-id=1",
                "--gtid-domain-id=0",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                // rows are logged, not statements, so the shop may guard its audit log by triggers
                "--log-bin-trust-function-creators=1",
                "--sync-binlog=1",
                "--binlog-expire-logs-seconds=604800"));
        return List.copyOf(command);
    }

    /** Reads the server's greeting: it comes only after start-up, from a server that is not frozen. */
    @Override
    public boolean answers(Duration within) {
        return Wire.answers(port, within, (out, in) -> {
            in.readInt();
            return in.readUnsignedByte() == GREETING_VERSION;
        });
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path initFile() {
        return directory.resolve("init.sql");
    }

    private Binaries.Program program() {
        try {
            return binaries.mariaDb();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void install() throws IOException, InterruptedException {
        Binaries.Program program = binaries.mariaDb();
        Path making = directory.resolve("data.new");
        Binaries.deleteTree(making);
        List<String> command = new ArrayList<>();
        if (program.base().isPresent()) {
            Path base = program.base().get();
            command.addAll(List.of(
                    base.resolve("scripts/mariadb-install-db").toString(), "--no-defaults", "--basedir=" + base));
        } else {
            command.addAll(
                    List.of(Binaries.onPath("mariadb-install-db", "MariaDB").toString(), "--no-defaults"));
        }
        command.addAll(List.of(
                "--datadir=" + OwnerOnly.directory(making),
                "--tmpdir=" + directory.resolve("tmp"),
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=socket"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        Path log = OwnerOnly.file(directory.resolve("install.log"));
        run(command, log);
        Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException("Failed to make the database in " + directory + "; see " + log);
        }
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
        user(sql, "shop", passwords.shop(), "all privileges on shop.*");
        user(sql, "lake", passwords.lake(), "all privileges on iceberg.*");
        user(
                sql,
                "cdc",
                passwords.cdc(),
                "reload, show databases, replication slave, binlog monitor on *.*",
                "select, lock tables on shop.*");
        user(sql, "monitor", passwords.monitor(), "binlog monitor, process on *.*");
        return sql.toString();
    }

    private static void user(StringBuilder sql, String name, String password, String... grants) {
        String account = "'" + name + "'@'127.0.0.1'";
        sql.append("create user if not exists ").append(account).append(";\n");
        sql.append("alter user %s identified by '%s';\n".formatted(account, password));
        for (String grant : grants) {
            sql.append("grant ").append(grant).append(" to ").append(account).append(";\n");
        }
    }
}
