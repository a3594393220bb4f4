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

/** What every MariaDB server here has in common, whatever its part is: its files, its programs and how it is asked. */
final class MariaDbServer {
    static final Map<String, String> ENVIRONMENT = Map.of("TZ", "UTC");

    private static final int GREETING_VERSION = 10;
    private static final long INSTALL_SECONDS = 120;

    private final Binaries binaries;
    private final Path directory;
    private final int port;

    MariaDbServer(Binaries binaries, Path directory, int port) {
        this.binaries = binaries;
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
    }

    Path directory() {
        return directory;
    }

    int port() {
        return port;
    }

    List<String> markers() {
        return List.of("--datadir=" + data());
    }

    /**
     * Makes its data where there is none.
     *
     * @param initSql run at every start, one statement a line
     */
    void prepare(String initSql) throws IOException, InterruptedException {
        OwnerOnly.directory(directory);
        OwnerOnly.directory(directory.resolve("tmp"));
        if (!Files.isDirectory(data())) {
            install();
        }
        OwnerOnly.write(initFile(), initSql);
    }

    List<String> command(List<String> options) {
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
                "--max-allowed-packet=64M"));
        command.addAll(options);
        return List.copyOf(command);
    }

    /** Reads the server's greeting: it comes only after start-up, from a server that is not frozen. */
    boolean answers(Duration within) {
        return Wire.answers(port, within, (out, in) -> {
            in.readInt();
            return in.readUnsignedByte() == GREETING_VERSION;
        });
    }

    /** A client program of the same version, such as {@code mariadb-dump}. */
    Path client(String name) throws IOException {
        Binaries.Program program = binaries.mariaDb();
        return program.base().isPresent()
                ? program.base().get().resolve("bin").resolve(name)
                : Binaries.onPath(name, "MariaDB's clients");
    }

    static void user(StringBuilder sql, String name, String password, String... grants) {
        String account = account(name);
        sql.append("create user if not exists ").append(account).append(";\n");
        sql.append("alter user %s identified by '%s';\n".formatted(account, password));
        for (String grant : grants) {
            sql.append("grant ").append(grant).append(" to ").append(account).append(";\n");
        }
    }

    static String account(String name) {
        return "'" + name + "'@'127.0.0.1'";
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
}
