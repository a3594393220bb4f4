package io.storehouse.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.connect.Deliveries.Delivery;
import io.storehouse.connect.Shop.Written;
import io.storehouse.contracts.MarkKeys;
import io.storehouse.contracts.Position;
import io.storehouse.contracts.Settings;
import io.storehouse.contracts.Topic;
import io.storehouse.engines.ConnectWorker;
import io.storehouse.engines.LocalEngine;
import io.storehouse.engines.LocalEngines;
import io.storehouse.engines.LocalEngines.RunningKafka;
import io.storehouse.engines.LocalEngines.RunningMariaDb;
import io.storehouse.engines.StorehouseHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int WRITERS = 4;

    @TempDir
    private static Path directory;

    private static LocalEngines engines;
    private static RunningMariaDb database;
    private static RunningKafka kafka;
    private static LocalEngine worker;
    private static ConnectWorker connect;
    private static Shop shop;
    private static Deliveries deliveries;

    @BeforeAll
    static void start() throws IOException, SQLException {
        engines = LocalEngines.in(directory);
        database = engines.startMariaDb();
        kafka = engines.startKafka();
        int port = engines.freePort();
        Path settings = directory.resolve("connect.properties");
        Files.writeString(settings, """
                %s=%s
                cdc.port=%d
                cdc.password=%s
                connect.rest-port=%d
                """.formatted(
                        Settings.KAFKA_BOOTSTRAP,
                        kafka.bootstrap(),
                        database.port(),
                        database.passwords().cdc(),
                        port));
        connect = new ConnectWorker(classPath(), LocalEngines.cache(), directory.resolve("connect"), settings, port);
        worker = engines.start(connect);
        shop = new Shop(database);
        // no table yet: the launcher starts Connect and the shop at the same time
        await("an offset without any data")
                .atMost(LIMIT)
                .until(() -> connect.committedSequence(ANSWER).isPresent());
        shop.createTables();
        deliveries = new Deliveries(kafka.bootstrap());
    }

    @AfterAll
    static void stop() throws IOException {
        if (deliveries != null) {
            deliveries.close();
        }
        engines.close();
        assertThat(directory.resolve("connect.log")).exists();
    }

    @Test
    void carriesEveryCommittedRowWithThePositionOfItsTransaction() throws SQLException {
        shop.trade(300, 1);

        assertAllArrived();
    }

    @Test
    void keepsTheOrderOfCommitsAmongConcurrentTransactions() {
        trading(200).join();

        assertAllArrived();
    }

    @Test
    void writesMarksToThePartitionsTheyAreMeantFor() throws SQLException {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            String id = shop.write(Topic.ORDERS, MarkKeys.of(partition), "mark");

            TopicPartition expected = new TopicPartition(Topic.ORDERS.topicName(), partition);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(deliveries.poll())
                            .filteredOn(delivery -> delivery.eventId().equals(id))
                            .extracting(Delivery::partition)
                            .containsExactly(expected));
        }
    }

    @Test
    void losesNothingWhenTheWorkerIsKilled() {
        CompletableFuture<Void> trading = trading(600);
        awaitFlow();
        worker.kill();
        worker.start();
        trading.join();

        assertAllArrived();
    }

    @Test
    void losesNothingWhenTheWorkerIsKilledWithinATransaction() throws SQLException {
        for (int round = 0; round < 2; round++) {
            shop.tradeAtOnce(4_000, round);
            awaitFlow();
            worker.kill();
            worker.start();
        }

        assertAllArrived();
    }

    @Test
    void carriesOnWhenTheDatabaseWasFrozen() throws Exception {
        String pid = Long.toString(database.process().pid());
        signal("-STOP", pid);
        try {
            await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
        } finally {
            signal("-CONT", pid);
        }
        shop.trade(20, 9);

        assertAllArrived();
    }

    @Test
    void followsTheTableWhenItChanges() throws SQLException {
        shop.execute("alter table outbox add column note varchar(10) null after topic");
        shop.trade(20, 10);
        shop.execute("alter table outbox drop column note");
        shop.trade(20, 11);

        assertAllArrived();
    }

    @Test
    void startsWhereItStopped() throws SQLException {
        worker.stop();
        shop.trade(50, 12);
        worker.start();

        assertAllArrived();
    }

    @Test
    void losesNothingWhenTheBrokerIsKilled() {
        CompletableFuture<Void> trading = trading(600);
        awaitFlow();
        kafka.process().kill();
        kafka.process().start();
        trading.join();

        assertAllArrived();
    }

    @Test
    void followsTheDatabaseAgainWhenItWasKilled() throws SQLException {
        shop.trade(20, 7);
        database.process().kill();
        database.process().start();
        long restarted = System.nanoTime();
        shop.trade(20, 8);

        assertAllArrived();
        assertThat(Duration.ofNanos(System.nanoTime() - restarted)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void notesHowFarItIsEvenWhenNothingOfTheOutboxChanges() throws SQLException {
        shop.execute("insert into orders values (uuid(), 2)");
        String position = shop.binaryLogPosition();
        long sequence = Position.of(1, position, 0).sequence();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(connect.committedSequence(ANSWER).orElse(-1)).isGreaterThanOrEqualTo(sequence));
    }

    @Test
    void saysNothingOfDroppedRows() throws SQLException {
        String id = shop.write(Topic.ORDERS, "dropped", "value");
        shop.execute("update outbox set type = 'changed' where event_id = '" + id + "'");
        shop.execute("delete from outbox where event_id = '" + id + "'");
        String later = shop.write(Topic.ORDERS, "dropped", "value");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(deliveries.poll())
                        .filteredOn(delivery -> delivery.key().equals("dropped"))
                        .extracting(Delivery::eventId)
                        .containsExactly(id, later));
    }

    private static CompletableFuture<Void> trading(int transactions) {
        return CompletableFuture.allOf(LongStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    try {
                        shop.trade(transactions, writer);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toArray(CompletableFuture[]::new));
    }

    private static void signal(String signal, String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }

    private static void awaitFlow() {
        int before = deliveries.poll().size();
        await().atMost(LIMIT).until(() -> deliveries.poll().size() > before + 100);
    }

    /** Nothing lost, nothing invented, every redelivery told by its position, positions in the order of commits. */
    private static void assertAllArrived() {
        Map<String, Written> written = Map.copyOf(shop.acknowledged());
        Set<Position> missing =
                written.values().stream().map(Written::position).collect(Collectors.toCollection(TreeSet::new));
        await().atMost(LIMIT).untilAsserted(() -> {
            deliveries.poll().forEach(delivery -> missing.remove(delivery.position()));
            assertThat(missing).isEmpty();
        });
        List<Delivery> all = deliveries.poll();
        List<Delivery> kept = Deliveries.withoutRedeliveries(all);

        assertThat(kept).extracting(Delivery::eventId).doesNotHaveDuplicates().containsAll(written.keySet());
        assertThat(all).allSatisfy(delivery -> {
            Written event = Objects.requireNonNull(written.get(delivery.eventId()), "never committed");
            assertThat(delivery)
                    .extracting(
                            Delivery::position,
                            Delivery::key,
                            Delivery::value,
                            found -> found.partition().topic())
                    .containsExactly(event.position(), event.key(), event.payload(), event.topic());
        });
    }

    private static String classPath() throws IOException {
        Path home = StorehouseHome.find();
        try (var jars = Files.newDirectoryStream(home.resolve("engines/connect/target"), "connect-*.jar")) {
            return jars.iterator().next() + ":" + StorehouseHome.classPath(home, "engines/connect");
        }
    }
}
