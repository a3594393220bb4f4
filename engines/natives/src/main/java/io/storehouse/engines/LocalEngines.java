package io.storehouse.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Real engines for tests, on free ports of 127.0.0.1, with generated passwords. They die when this is closed and when the
 * JVM ends, however it ends. Data stays in a given directory, and goes with a temporary one; programs are unpacked once for each
 * user.
 */
public final class LocalEngines implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final Keep keep;
    private final Path cache;
    private final Binaries binaries;
    private final FreePorts ports;
    private final List<LocalEngine> started = new ArrayList<>();
    private final Thread hook = new Thread(this::killAll, "local-engines");

    /** What becomes of the data in the end. */
    private enum Keep {
        DATA,
        NOTHING
    }

    private LocalEngines(Path directory, Keep keep, Path cache) throws IOException {
        this.directory = directory.toAbsolutePath().normalize();
        this.keep = keep;
        this.cache = cache;
        this.binaries = Binaries.in(cache);
        this.ports = new FreePorts(cache.resolve("ports"));
    }

    /** Engines whose data and logs are under that directory; programs are kept for the user under the temporary directory. */
    public static LocalEngines in(Path directory) {
        return in(directory, Keep.DATA);
    }

    /** The same in a temporary directory, which is deleted when this is closed or the JVM ends. */
    public static LocalEngines inTemporary(String prefix) {
        try {
            return in(Files.createTempDirectory(prefix), Keep.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalEngines in(Path directory, Keep keep) {
        try {
            LocalEngines engines = new LocalEngines(directory, keep, cache());
            Runtime.getRuntime().addShutdownHook(engines.hook);
            return engines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new directory beside those of the engines, for what belongs to them. */
    public Path newDirectory() {
        try {
            return Files.createTempDirectory(directory, "own");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where programs and class-data archives are kept between tests. */
    public static Path cache() {
        return Path.of(System.getProperty("java.io.tmpdir"), "storehouse-engines-" + System.getProperty("user.name"));
    }

    /**
     * A running database.
     *
     * @param process to stop, kill and start it
     * @param passwords of its users
     */
    public record RunningMariaDb(LocalEngine process, MariaDbPasswords passwords) {
        /** The port on 127.0.0.1. */
        public int port() {
            return process.engine().port();
        }

        /** {@code jdbc:mariadb://…} of one schema. */
        public String jdbcUrl(String schema) {
            return "jdbc:mariadb://127.0.0.1:" + port() + "/" + schema;
        }
    }

    /**
     * A running replica of a database.
     *
     * @param process to stop, kill and start it; it follows nobody until told again
     * @param passwords of its users
     */
    public record RunningReplica(LocalEngine process, MariaDbReplica engine, ReplicaPasswords passwords) {
        /** The port on 127.0.0.1. */
        public int port() {
            return engine.port();
        }

        /** {@code jdbc:mariadb://…} of one schema. */
        public String jdbcUrl(String schema) {
            return "jdbc:mariadb://127.0.0.1:" + port() + "/" + schema;
        }

        /** Copies the source where there is no copy that can go on, and follows it. */
        public MariaDbReplica.Followed follow() {
            try {
                return engine.follow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a replica was made", e);
            }
        }
    }

    /**
     * A running Redis.
     *
     * @param process to stop, kill and start it
     * @param password of the user {@code default}
     */
    public record RunningRedis(LocalEngine process, String password) {
        /** The port on 127.0.0.1. */
        public int port() {
            return process.engine().port();
        }

        /** {@code redis://default:password@host:port/0}. */
        public String uri() {
            return "redis://default:" + password + "@127.0.0.1:" + port() + "/0";
        }
    }

    /**
     * A running broker, without topics; see {@link Topics}.
     *
     * @param process to stop, kill and start it
     */
    public record RunningKafka(LocalEngine process) {
        /** The bootstrap servers. */
        public String bootstrap() {
            return "127.0.0.1:" + process.engine().port();
        }
    }

    /** Starts a database with schemas {@code shop} and {@code iceberg}. */
    public RunningMariaDb startMariaDb() {
        MariaDbPasswords passwords = new MariaDbPasswords(password(), password(), password(), password(), password());
        return new RunningMariaDb(
                start("mariadb", port -> new MariaDb(binaries, directory.resolve("mariadb"), port, passwords)),
                passwords);
    }

    /** Starts a replica of a database that runs; {@link RunningReplica#follow} makes it one. */
    public RunningReplica startReplica(RunningMariaDb source) {
        ReplicaPasswords passwords = new ReplicaPasswords(password(), password(), password());
        ReplicationSource from =
                new ReplicationSource(source.port(), source.passwords().replica());
        LocalEngine process = start(
                "replica", port -> new MariaDbReplica(binaries, directory.resolve("replica"), port, from, passwords));
        return new RunningReplica(process, (MariaDbReplica) process.engine(), passwords);
    }

    /** Starts a Redis. */
    public RunningRedis startRedis() {
        String password = password();
        return new RunningRedis(
                start("redis", port -> new Redis(binaries, directory.resolve("redis"), port, password)), password);
    }

    /** Starts a broker; the module {@code engines/kafka} must be built. */
    public RunningKafka startKafka() {
        try {
            String classPath = StorehouseHome.classPath(StorehouseHome.find(), "engines/kafka");
            return new RunningKafka(
                    start("kafka", port -> new Kafka(classPath, cache, directory.resolve("kafka"), port, freePort())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts any other engine, on a port from {@link #freePort}. */
    public LocalEngine start(Engine engine) {
        return start(engine.name(), port -> engine);
    }

    /** Another port that nobody listens on, reserved until this is closed. */
    public int freePort() {
        try {
            return ports.reserve();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalEngine start(String name, IntFunction<Engine> definition) {
        Path log = directory.resolve(name + ".log");
        for (int attempt = 1; ; attempt++) {
            LocalEngine engine = new LocalEngine(definition.apply(freePort()), log);
            synchronized (started) {
                started.add(engine);
            }
            try {
                engine.start();
                return engine;
            } catch (IllegalStateException e) {
                // somebody else may have taken the port
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String password() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void killAll() {
        synchronized (started) {
            started.forEach(LocalEngine::kill);
        }
        deleteTemporary();
    }

    private void deleteTemporary() {
        if (keep == Keep.DATA) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // others of the ending JVM may still be writing there
            System.err.println("Failed to delete " + directory + ": " + e.getMessage());
        }
    }

    /** Stops everything that is still running, the last started first: what uses another engine ends before it. */
    @Override
    public void close() {
        synchronized (started) {
            Collections.reverse(started);
            started.forEach(LocalEngine::stop);
            started.clear();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        deleteTemporary();
        try {
            ports.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
