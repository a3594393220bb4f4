package io.storehouse.launcher.services;

import io.storehouse.engines.Binaries;
import io.storehouse.engines.Engine;
import io.storehouse.engines.Kafka;
import io.storehouse.engines.MariaDb;
import io.storehouse.engines.MariaDbPasswords;
import io.storehouse.engines.MariaDbReplica;
import io.storehouse.engines.Redis;
import io.storehouse.engines.ReplicaPasswords;
import io.storehouse.engines.ReplicationSource;
import io.storehouse.engines.StorehouseHome;
import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.Home;
import io.storehouse.launcher.home.JavaProgram;
import io.storehouse.launcher.home.OwnerOnly;
import io.storehouse.launcher.home.Ports;
import io.storehouse.launcher.home.Room;
import io.storehouse.launcher.probes.BinaryLog;
import io.storehouse.launcher.probes.ConnectorLag;
import io.storehouse.launcher.probes.FlinkJobs;
import io.storehouse.launcher.probes.Replication;
import io.storehouse.launcher.probes.ShopHealth;
import io.storehouse.launcher.supervision.Command;
import io.storehouse.launcher.supervision.Health;
import io.storehouse.launcher.supervision.Probe;
import io.storehouse.launcher.supervision.Service;
import io.storehouse.launcher.supervision.Service.Patience;
import io.storehouse.launcher.supervision.Service.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The services of one installation: how each is started, what it needs, how it is asked. */
public final class Services {
    /** The database. */
    public static final String MARIADB = "mariadb";
    /** The live view and sessions. */
    public static final String REDIS = "redis";
    /** The events. */
    public static final String KAFKA = "kafka";
    /** The way from the database to the events. */
    public static final String CONNECT = "connect";
    /** The live figures and the archive. */
    public static final String FLINK = "flink";
    /** Pages and API. */
    public static final String SHOP = "shop";
    /** The database that follows the other and is only read; started where it is asked for. */
    public static final String REPLICA = "replica";
    /** What always runs, in the order in which people read it. */
    public static final List<String> ALL = List.of(MARIADB, REDIS, KAFKA, CONNECT, FLINK, SHOP);
    /** All that may run, in that order. */
    public static final List<String> KNOWN = List.of(MARIADB, REDIS, KAFKA, CONNECT, FLINK, SHOP, REPLICA);

    /** All that may run, users before what they use. */
    public static final List<String> STOP_ORDER = List.of(SHOP, REPLICA, CONNECT, FLINK, KAFKA, REDIS, MARIADB);

    private static final Duration ENGINE_ANSWER = Duration.ofMillis(2_500);
    private static final int FLINK_JOBS = 2;

    private final Home home;
    private final DataDirectory data;
    private final Ports ports;
    private final ProcessSettings settings;
    private final Clock clock;

    /** The services of a data directory on those ports. */
    public Services(Home home, DataDirectory data, Ports ports, ProcessSettings settings, Clock clock) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
    }

    /** The definitions of the services of those names. */
    public List<Service> define(Set<String> names) {
        try {
            Binaries binaries = Binaries.in(home.cache());
            boolean withReplica = names.contains(REPLICA);
            return Stream.of(
                            mariadb(binaries),
                            redis(binaries),
                            kafka(),
                            connect(),
                            flink(),
                            shop(withReplica ? settings.replicaOfShop() : Map.of()),
                            replica(binaries))
                    .filter(service -> names.contains(service.name()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot define the services: " + e.getMessage(), e);
        }
    }

    /** Whether the connector has had an offset: from then on the shop need not wait for it. */
    public static boolean connectorKnown(DataDirectory data) {
        return Files.exists(offsetSeen(data));
    }

    private Service mariadb(Binaries binaries) {
        MariaDbPasswords passwords = new MariaDbPasswords(
                settings.databasePassword("shop"),
                settings.databasePassword("lake"),
                settings.databasePassword("cdc"),
                settings.databasePassword(REPLICA),
                settings.monitorPassword());
        Engine engine = new MariaDb(binaries, data.at("mariadb"), ports.mariadb(), passwords);
        return engine(engine, binaryLog(), 4);
    }

    /** It waits for the shop, whose start may change tables: a copy made meanwhile could miss or double such a change. */
    private Service replica(Binaries binaries) {
        ReplicaPasswords passwords = new ReplicaPasswords(
                settings.databasePassword(ProcessSettings.REPLICA_READER),
                settings.databasePassword("replica-follower"),
                settings.databasePassword("replica-monitor"));
        MariaDbReplica engine = new MariaDbReplica(
                binaries,
                data.at(REPLICA),
                ports.replica(),
                new ReplicationSource(ports.mariadb(), settings.databasePassword(REPLICA)),
                passwords);
        Replication replication = new Replication(engine, passwords.monitor(), clock);
        return new Service(
                engine.name(),
                Set.of(MARIADB, SHOP),
                () -> {
                    replication.forget();
                    return recipe(engine).prepare();
                },
                replication,
                replication::begin,
                2,
                new Patience(Patience.USUAL.start(), Patience.USUAL.recovery(), engine.stopTime()));
    }

    private Service redis(Binaries binaries) {
        Engine engine = new Redis(binaries, data.at("redis"), ports.redis(), settings.redisPassword());
        return engine(engine, answers(engine, "answers PING"), 3);
    }

    private Service kafka() throws IOException {
        String classPath = StorehouseHome.classPath(home.path(), "engines/kafka");
        Engine engine = new Kafka(classPath, home.cache(), data.at("kafka"), ports.kafka(), ports.kafkaController());
        return engine(engine, answers(engine, "serves requests"), 3);
    }

    private Service connect() {
        JavaProgram program = new JavaProgram(home, data, Room.CONNECT, CONNECT);
        ConnectorLag lag = new ConnectorLag(ports.connect(), binaryLog(), clock);
        return new Service(
                CONNECT,
                Set.of(MARIADB, KAFKA),
                () -> java(
                        program,
                        JvmOptions.CONNECT,
                        List.of("--config", settings.writeConnect().toString())),
                lag,
                () -> OwnerOnly.write(offsetSeen(data), clock.instant() + "\n"),
                2,
                Patience.USUAL);
    }

    private Service flink() {
        JavaProgram program = new JavaProgram(home, data, Room.STREAM, FLINK);
        return new Service(
                FLINK,
                // the first start of Connect makes the topics
                connectorKnown(data) ? Set.of(MARIADB, REDIS, KAFKA) : Set.of(MARIADB, REDIS, KAFKA, CONNECT),
                () -> java(
                        program,
                        JvmOptions.FLINK,
                        List.of("--config", settings.writeFlink().toString())),
                new FlinkJobs(ports.flink(), FLINK_JOBS, clock),
                Step.NONE,
                2,
                new Patience(Duration.ofMinutes(4), Duration.ofSeconds(60), Duration.ofSeconds(60)));
    }

    private Service shop(Map<String, String> replica) {
        JavaProgram program = new JavaProgram(home, data, Room.SHOP, SHOP);
        // an argument each, so that a shop that runs without them is not taken for this one
        List<String> arguments = replica.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
        return new Service(
                SHOP,
                connectorKnown(data) ? Set.of(MARIADB, REDIS) : Set.of(MARIADB, REDIS, CONNECT),
                () -> java(
                        program,
                        JvmOptions.SHOP,
                        Stream.concat(
                                        Stream.of("--spring.config.additional-location=file:" + settings.writeShop()),
                                        arguments.stream())
                                .toList()),
                new ShopHealth(ports.shop()),
                Step.NONE,
                1,
                Patience.USUAL);
    }

    private static Service engine(Engine engine, Probe probe, int stopRank) {
        return new Service(
                engine.name(),
                Set.of(),
                recipe(engine),
                probe,
                Step.NONE,
                stopRank,
                new Patience(Patience.USUAL.start(), Patience.USUAL.recovery(), engine.stopTime()));
    }

    private static Service.Recipe recipe(Engine engine) {
        return () -> {
            engine.prepare();
            return new Command(
                    engine.command(), environment(engine.environment()), engine.directory(), engine.markers());
        };
    }

    private Command java(JavaProgram program, List<String> options, List<String> arguments) {
        Path directory = data.at("run");
        return new Command(program.command(options, arguments), environment(Map.of()), directory, program.markers());
    }

    /** Few malloc arenas: threads of a JVM would otherwise reserve one each. */
    private static Map<String, String> environment(Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private BinaryLog binaryLog() {
        return new BinaryLog(ports.mariadb(), settings.monitorPassword());
    }

    private static Probe answers(Engine engine, String words) {
        return () -> engine.answers(ENGINE_ANSWER) ? Health.good(words) : Health.bad("does not answer");
    }

    private static Path offsetSeen(DataDirectory data) {
        return data.at("connect", "offset-seen");
    }
}
