package io.storehouse.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Connect process that carries the outbox to Kafka. Its health is {@link #committedSequence}, not its state. */
public final class ConnectWorker implements Engine {
    private static final Pattern GTID = Pattern.compile("\"gtids\"\\s*:\\s*\"\\d+-\\d+-(\\d+)\"");

    private final String classPath;
    private final ClassArchive archive;
    private final Path directory;
    private final Path settings;
    private final int restPort;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A worker; it keeps its state in Kafka.
     *
     * @param classPath the jar of the module {@code engines/connect} and its class path
     * @param cache where the class-data archive is kept
     * @param settings its {@code --config} file
     * @param restPort the same as in the settings
     */
    public ConnectWorker(String classPath, Path cache, Path directory, Path settings, int restPort) {
        this.classPath = classPath;
        this.archive = new ClassArchive(cache, "connect", classPath);
        this.directory = directory.toAbsolutePath().normalize();
        this.settings = settings.toAbsolutePath().normalize();
        this.restPort = restPort;
    }

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public int port() {
        return restPort;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public List<String> markers() {
        return List.of("io.storehouse.connect.ConnectMain", settings.toString());
    }

    @Override
    public void prepare() throws IOException {
        OwnerOnly.directory(directory);
        archive.prepare();
        OwnerOnly.write(logging(), """
                log4j.rootLogger=WARN, console
                log4j.logger.io.storehouse=INFO
                log4j.logger.io.debezium=INFO
                log4j.logger.io.debezium.config=WARN
                log4j.appender.console=org.apache.log4j.ConsoleAppender
                log4j.appender.console.layout=org.apache.log4j.PatternLayout
                log4j.appender.console.layout.ConversionPattern=%d{ISO8601} %-5p %c{1} %m%n
                """);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(archive.options());
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dlog4j.configuration=" + logging().toUri(),
                "-cp",
                classPath,
                "io.storehouse.connect.ConnectMain",
                "--config",
                settings.toString()));
        return List.copyOf(command);
    }

    /** Whether the worker's own threads are well; says nothing of the connector. */
    @Override
    public boolean answers(Duration within) {
        return get("health", within).isPresent();
    }

    /**
     * The sequence of the last transaction whose events Kafka has acknowledged, as far as the connector has noted it; it
     * notes every second, without events too. Empty while there is no such note, and when the worker does not answer in
     * time. The connector is well when this reaches, within seconds, what {@code select @@gtid_binlog_pos} said.
     */
    public OptionalLong committedSequence(Duration within) {
        Matcher matcher = GTID.matcher(get("connectors/outbox/offsets", within).orElse(""));
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private Optional<String> get(String path, Duration within) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + restPort + "/" + path))
                .timeout(within)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Path logging() {
        return directory.resolve("log4j.properties");
    }
}
