package io.storehouse.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Makes a server the replica of another. The copy is a dump of one consistent snapshot, which ends by setting the position of
 * that snapshot: a server with a position has a whole copy.
 */
final class Following {
    /** The source has no longer, or never had, what comes after the replica's position. */
    private static final String CANNOT_GO_ON = "1236";

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int LOOKS = 150;
    private static final int CONNECTED_LOOKS = 5;

    private final MariaDbServer server;
    private final ReplicationSource source;
    private final ReplicaPasswords passwords;

    Following(MariaDbServer server, ReplicationSource source, ReplicaPasswords passwords) {
        this.server = server;
        this.source = source;
        this.passwords = passwords;
    }

    MariaDbReplica.Followed begin() throws IOException, InterruptedException {
        OwnerOnly.write(settings("follower"), client(server.port(), "follower", passwords.follower()));
        OwnerOnly.write(settings("source"), client(source.port(), "replica", source.password()));
        boolean whole = !ask("select @@global.gtid_slave_pos").isEmpty();
        if (whole && !Files.exists(distrusted()) && connected()) {
            admitReader();
            return MariaDbReplica.Followed.RESUMED;
        }
        copy();
        Files.deleteIfExists(distrusted());
        if (!connected()) {
            throw new IOException("Cannot follow port " + source.port() + " after a new copy: " + status());
        }
        admitReader();
        return MariaDbReplica.Followed.COPIED;
    }

    /** What is there means that the copy has gone wrong and the next start makes a new one. */
    Path distrusted() {
        return server.directory().resolve("copy-again");
    }

    /** Follows from the position that it has; false when that leads nowhere. A source that is away is waited for. */
    private boolean connected() throws IOException, InterruptedException {
        ask("""
                stop slave;
                change master to master_host = '127.0.0.1', master_port = %d, master_user = 'replica',
                  master_password = '%s', master_ssl = 0, master_use_gtid = slave_pos, master_connect_retry = 1,
                  master_heartbeat_period = 1;
                start slave;
                """.formatted(source.port(), source.password()));
        int connectedLooks = 0;
        for (int look = 0; look < LOOKS; look++) {
            Map<String, String> status = status();
            if (!status.containsKey("Slave_IO_Running")) {
                throw new IOException("Cannot read the state of the replica on port " + server.port());
            }
            if (CANNOT_GO_ON.equals(status.get("Last_IO_Errno"))
                    || !"0".equals(status.getOrDefault("Last_SQL_Errno", "0"))) {
                return false;
            }
            boolean connected = "Yes".equals(status.get("Slave_IO_Running"));
            connectedLooks += connected ? 1 : 0;
            // the source refuses a position only after it let the replica in
            if (connectedLooks == CONNECTED_LOOKS || !connected && !"0".equals(status.get("Last_IO_Errno"))) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    private void copy() throws IOException, InterruptedException {
        ask("""
                stop slave;
                reset slave all;
                drop user if exists %s;
                set global gtid_slave_pos = '';
                """.formatted(MariaDbServer.account("reader")));
        endOthers();
        ask("drop database if exists shop");
        Path dumpLog = OwnerOnly.file(server.directory().resolve("copy.log"));
        Path loadLog = OwnerOnly.file(server.directory().resolve("load.log"));
        List<String> dump = List.of(
                server.client("mariadb-dump").toString(),
                "--defaults-file=" + settings("source"),
                "--single-transaction",
                "--quick",
                "--gtid",
                "--master-data=1",
                "--triggers",
                "--databases",
                "shop");
        List<Process> processes = ProcessBuilder.startPipeline(List.of(
                new ProcessBuilder(dump).redirectError(dumpLog.toFile()),
                new ProcessBuilder(mariadb("--binary-mode"))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(loadLog.toFile())));
        await(processes);
        if (processes.stream().anyMatch(process -> process.exitValue() != 0)) {
            throw new IOException("Cannot copy the database on port " + source.port() + ": "
                    + (Files.readString(dumpLog) + Files.readString(loadLog)).strip());
        }
    }

    private static void await(List<Process> processes) throws InterruptedException {
        try {
            for (Process process : processes) {
                process.waitFor();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    /** Readers of a copy that is given up, and a loader that outlived its launcher. */
    private void endOthers() throws IOException, InterruptedException {
        String others = ask("""
                select id from information_schema.processlist
                where user in ('reader', 'follower') and id <> connection_id()
                """);
        for (String id : others.lines().toList()) {
            // it may have gone by itself
            ask("begin not atomic declare continue handler for 1094 do 0; kill " + id + "; end", "--delimiter=//");
        }
    }

    private void admitReader() throws IOException, InterruptedException {
        StringBuilder sql = new StringBuilder();
        MariaDbServer.user(sql, "reader", passwords.reader(), "select on shop.*");
        ask(sql.toString());
    }

    private Map<String, String> status() throws IOException, InterruptedException {
        Map<String, String> status = new HashMap<>();
        for (String line :
                ask("show slave status", "--vertical", "--column-names").lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                status.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        status.keySet()
                .retainAll(List.of(
                        "Slave_IO_Running",
                        "Slave_SQL_Running",
                        "Last_IO_Errno",
                        "Last_IO_Error",
                        "Last_SQL_Errno",
                        "Last_SQL_Error"));
        return status;
    }

    /** Statements by the client program: passwords stay out of command lines. */
    private String ask(String sql, String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(mariadb(options)).redirectErrorStream(true);
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(sql.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            // the program repeats the statement too, which may hold a password
            String errors =
                    output.lines().filter(line -> line.startsWith("ERROR")).collect(Collectors.joining("; "));
            throw new IOException("Cannot administer the replica on port " + server.port() + ": " + errors);
        }
        return output;
    }

    private List<String> mariadb(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                server.client("mariadb").toString(),
                "--defaults-file=" + settings("follower"),
                "--batch",
                "--skip-column-names"));
        command.addAll(List.of(options));
        return command;
    }

    private Path settings(String client) {
        return server.directory().resolve(client + ".cnf");
    }

    private static String client(int port, String user, String password) {
        return """
                [client]
                host = 127.0.0.1
                port = %d
                user = %s
                password = %s
                skip-ssl
                """.formatted(port, user, password);
    }
}
