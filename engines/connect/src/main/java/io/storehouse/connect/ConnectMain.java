package io.storehouse.connect;

import io.storehouse.engines.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Connect process: makes the topics, runs a distributed worker, keeps the connector {@code outbox} configured and starts
 * it again when it gives up. {@code ConnectMain --config FILE}; ends when the worker ends.
 */
public final class ConnectMain {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectMain.class);
    private static final Duration BROKER_TIME = Duration.ofSeconds(60);
    private static final Duration CONFIGURE_TIME = Duration.ofSeconds(90);
    private static final long WATCH_SECONDS = 2;

    private ConnectMain() {}

    /** Runs until stopped. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 2 || !args[0].equals("--config")) {
            System.err.println("Usage: ConnectMain --config FILE");
            System.exit(2);
        }
        ConnectSettings settings = ConnectSettings.load(Path.of(args[1]));
        createTopics(settings.bootstrap());
        Connect<?> connect = new ConnectDistributed().startConnect(OutboxConnector.worker(settings));
        Thread watch = new Thread(() -> watch(settings), "outbox-watch");
        watch.setDaemon(true);
        watch.start();
        connect.awaitStop();
    }

    /** Makes the topics of events and those of the connector; also the main part of {@link CreateTopics}. */
    static void createTopics(String bootstrap) throws InterruptedException {
        Topics.createMissing(bootstrap, BROKER_TIME);
        Topics.createMissing(
                bootstrap,
                List.of(
                        new NewTopic(OutboxConnector.HEARTBEATS, 1, (short) 1)
                                .configs(Map.of("retention.ms", "3600000", "segment.ms", "600000")),
                        new NewTopic(OutboxConnector.SCHEMA_HISTORY, 1, (short) 1)
                                .configs(Map.of(
                                        "cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"))),
                BROKER_TIME);
    }

    private static void watch(ConnectSettings settings) {
        ConnectRest rest = new ConnectRest(settings.restPort());
        try {
            configure(rest, settings);
            while (true) {
                TimeUnit.SECONDS.sleep(WATCH_SECONDS);
                mend(rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The worker answers with conflicts until its group has settled. */
    private static void configure(ConnectRest rest, ConnectSettings settings) throws InterruptedException {
        Map<String, String> wanted = OutboxConnector.connector(settings);
        long deadline = System.nanoTime() + CONFIGURE_TIME.toNanos();
        while (true) {
            try {
                Map<?, ?> held = rest.configuration(OutboxConnector.NAME);
                if (!wanted.entrySet().stream().allMatch(e -> e.getValue().equals(held.get(e.getKey())))) {
                    rest.configure(OutboxConnector.NAME, wanted);
                }
                LOG.info("Connector {} is configured", OutboxConnector.NAME);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    LOG.error("Failed to configure connector {}", OutboxConnector.NAME, e);
                    System.exit(1);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private static void mend(ConnectRest rest) throws InterruptedException {
        try {
            if (rest.hasFailed(OutboxConnector.NAME)) {
                LOG.warn("Connector {} gave up; starting it again", OutboxConnector.NAME);
                rest.restartFailed(OutboxConnector.NAME);
            }
        } catch (IOException e) {
            LOG.warn("Cannot ask for the state of connector {}: {}", OutboxConnector.NAME, e.getMessage());
        }
    }
}
