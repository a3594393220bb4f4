package io.storehouse.stream.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.storehouse.contracts.Settings;
import io.storehouse.contracts.Topic;
import io.storehouse.stream.testing.ArchivedRows;
import io.storehouse.stream.testing.Engines;
import io.storehouse.stream.testing.EventLog;
import io.storehouse.stream.testing.StreamProcess;
import io.storehouse.stream.testing.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.flink.TableLoader;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {
    private static final int KILLS = 4;
    private static final Duration LONG = Duration.ofMinutes(5);

    private Path directory;
    private Engines engines;
    private EventLog log;
    private Properties properties;
    private Table table;

    @BeforeAll
    void startEngines(@TempDir Path folder) throws Exception {
        directory = folder;
        engines = Engines.start(directory);
        log = engines.log();
        properties = engines.properties();
        properties.setProperty(Settings.ARCHIVE_INTERVAL, "PT0.3S");
        Catalog catalog = new Lake(Settings.of(properties)).catalog().loadCatalog();
        table = EventTable.loadOrCreate(catalog);
    }

    @AfterAll
    void stopEngines() {
        log.close();
        engines.close();
    }

    @Test
    void archivesEveryRecordOnceThroughKillsWithCommitsInFlight() throws Exception {
        Random random = new Random(7);
        long before = ArchivedRows.of(table).count();
        Traffic traffic = Traffic.start(log);
        for (int kill = 0; kill < KILLS; kill++) {
            try (StreamProcess stream = StreamProcess.start(directory, properties)) {
                awaitCommits(2);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_500)).toNanos());
                stream.kill();
            }
        }
        traffic.close();
        try (StreamProcess stream = StreamProcess.start(directory, properties)) {
            awaitRows(before + traffic.written());
            assertThat(stream.isAlive()).isTrue();
        }

        ArchivedRows rows = ArchivedRows.of(table);
        assertThat(rows.broken()).isEmpty();
        assertThat(rows.partitions()).isEqualTo(Topic.archivedTopics().size() * Topic.PARTITIONS);
    }

    @Test
    void archivesEveryRecordOnceThroughAFailoverWithinTheJob() throws Exception {
        long before = ArchivedRows.of(table).count();
        try (StreamProcess stream = StreamProcess.start(directory, properties)) {
            Traffic traffic = Traffic.start(log);
            awaitCommits(2);
            engines.database().kill();
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            engines.database().start();
            awaitCommits(2);
            traffic.close();
            awaitRows(before + traffic.written());
            assertThat(stream.isAlive()).isTrue();
        }
        assertThat(ArchivedRows.of(table).broken()).isEmpty();
    }

    @Test
    void archivesEveryRecordOnceWhileTwoProcessesBelieveToBeTheArchive(@TempDir Path other) throws Exception {
        long before = ArchivedRows.of(table).count();
        Properties second = engines.properties();
        second.setProperty(Settings.ARCHIVE_INTERVAL, "PT0.3S");
        second.setProperty(Settings.FLINK_CHECKPOINTS, other.toUri().toString());
        Traffic traffic = Traffic.start(log);
        try (StreamProcess zombie = StreamProcess.start(directory, properties)) {
            awaitCommits(2);
            try (StreamProcess stream = StreamProcess.start(other, second)) {
                await().atMost(LONG)
                        .until(() -> Files.readString(directory.resolve("stream.log"))
                                .contains("Cannot append to the archive"));
                awaitCommits(3);
                traffic.close();
                awaitRows(before + traffic.written());
                assertThat(stream.isAlive()).isTrue();
                assertThat(zombie.isAlive()).isTrue();
            }
        }
        assertThat(ArchivedRows.of(table).broken()).isEmpty();
    }

    @Test
    void refusesTheCommitsOfAnArchiveThatWasTakenOver() throws Exception {
        Settings settings = Settings.of(properties);
        Owner old = new Owner("old");
        old.takeOver(table);
        try (TableLoader loader =
                new OwnedTableLoader(TableLoader.fromCatalog(new Lake(settings).catalog(), Lake.EVENTS), old)) {
            loader.open();
            Table zombie = loader.loadTable();
            zombie.updateProperties().set("test.mine", "yes").commit();

            new Owner("new").takeOver(table);

            assertThatThrownBy(() -> zombie.newAppend().commit())
                    .isInstanceOf(ValidationException.class)
                    .hasMessage("Cannot append to the archive: new has taken it over from old");
        }
    }

    @Test
    void readsTheNextOffsetsFromTheTable() throws Exception {
        long before = ArchivedRows.of(table).count();
        long offset = log.write(Topic.IMPORTS, 3, null, "not JSON");
        try (StreamProcess stream = StreamProcess.start(directory, properties)) {
            awaitRows(before + 1);
            assertThat(stream.isAlive()).isTrue();
        }
        table.refresh();
        Map<TopicPartition, Long> next = ArchivedOffsets.next(table);
        assertThat(next).containsEntry(new TopicPartition(Topic.IMPORTS.topicName(), 3), offset + 1);
    }

    private void awaitCommits(int commits) {
        long snapshots = snapshots();
        await().atMost(LONG).until(() -> snapshots() >= snapshots + commits);
    }

    private void awaitRows(long count) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ArchivedRows.of(table).count() >= count);
    }

    private long snapshots() {
        table.refresh();
        long count = 0;
        for (var snapshot : table.snapshots()) {
            count += snapshot == null ? 0 : 1;
        }
        return count;
    }
}
