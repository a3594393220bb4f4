package io.storehouse.engines;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A Kafka broker that is its own controller. Topics are made by {@link Topics}, never by being mentioned. */
public final class Kafka implements Engine {
    private static final short API_VERSIONS = 18;

    private final String classPath;
    private final ClassArchive archive;
    private final Path directory;
    private final int port;
    private final int controllerPort;

    /**
     * A broker whose data and settings are in that directory.
     *
     * @param classPath of the module {@code engines/kafka}, see {@link StorehouseHome#classPath}
     * @param cache where the class-data archive is kept
     * @param controllerPort a second port, for the broker's own use
     */
    public Kafka(String classPath, Path cache, Path directory, int port, int controllerPort) {
        this.classPath = classPath;
        this.archive = new ClassArchive(cache, "kafka", classPath);
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return "kafka";
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
        return Map.of();
    }

    @Override
    public List<String> markers() {
        return List.of("kafka.Kafka", configuration().toString());
    }

    @Override
    public void prepare() throws IOException {
        OwnerOnly.directory(directory);
        archive.prepare();
        format();
        OwnerOnly.write(configuration(), settings());
        OwnerOnly.write(logging(), """
                log4j.rootLogger=WARN, console
                log4j.logger.kafka.server.KafkaServer=INFO
                log4j.logger.kafka.server.BrokerServer=INFO
                log4j.appender.console=org.apache.log4j.ConsoleAppender
                log4j.appender.console.layout=org.apache.log4j.PatternLayout
                log4j.appender.console.layout.ConversionPattern=%d{ISO8601} %-5p %c{1} %m%n
                """);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(archive.options());
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                // the broker's own adapter of log4j 2 finds no configuration of it, and says so
                "-Dlog4j2.statusLoggerLevel=OFF",
                "-Dlog4j.configuration=" + logging().toUri(),
                "-cp",
                classPath,
                "kafka.Kafka",
                configuration().toString()));
        return List.copyOf(command);
    }

    /** Asks which requests the broker serves. */
    @Override
    public boolean answers(Duration within) {
        return Wire.answers(port, within, Kafka::askVersions);
    }

    private static boolean askVersions(DataOutputStream out, DataInputStream in) throws IOException {
        int correlation = 7;
        ByteBuffer request =
                ByteBuffer.allocate(14).putInt(10).putShort(API_VERSIONS).putShort((short) 0);
        request.putInt(correlation).putShort((short) -1);
        out.write(request.array());
        out.flush();
        in.readInt();
        return in.readInt() == correlation && in.readShort() == 0;
    }

    private Path configuration() {
        return directory.resolve("server.properties");
    }

    private Path logging() {
        return directory.resolve("log4j.properties");
    }

    /** What {@code kafka-storage format} would write for a fixed set of voters, without a JVM for it. */
    private void format() throws IOException {
        Path identity = directory.resolve("data").resolve("meta.properties");
        if (Files.exists(identity)) {
            return;
        }
        OwnerOnly.directory(directory.resolve("data"));
        OwnerOnly.write(identity, """
                version=1
                cluster.id=%s
                node.id=1
                directory.id=%s
                """.formatted(uuid(), uuid()));
    }

    /** Kafka's text form of a UUID; one that begins with a dash would be taken for an option by its tools. */
    private static String uuid() {
        UUID uuid = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return text.startsWith("-") ? uuid() : text;
    }

    /** A killed broker may come back only when its old session has ended, which is most of its recovery. */
    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.retention.ms=-1
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                message.max.bytes=20971520
                replica.fetch.max.bytes=20971520
                """.formatted(port, controllerPort, directory.resolve("data"));
    }
}
