package io.storehouse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {
    @TempDir
    private Path folder;

    private RestorePoints points;

    @BeforeEach
    void open() {
        points = new RestorePoints(folder.toUri().toString());
    }

    @Test
    void hasNoneBeforeTheFirstCheckpoint() throws Exception {
        assertThat(points.newest()).isEmpty();
        assertThat(new RestorePoints(folder.resolve("absent").toUri().toString()).newest())
                .isEmpty();
    }

    @Test
    void findsTheNewestOverAllRuns() throws Exception {
        complete("run-b/chk-9", 100);
        complete("run-a/chk-2", 300);
        complete("savepoint-c", 200);
        Files.createDirectories(folder.resolve("run-a/chk-3"));

        assertThat(points.newest().orElseThrow()).endsWith("run-a/chk-2");
    }

    @Test
    void passesOverOneThatCannotBeRead() throws Exception {
        complete("run-a/chk-2", 100);
        complete("run-a/chk-3", 200);
        Files.write(folder.resolve("run-a/chk-3/_metadata"), new byte[] {1, 2, 3});

        assertThat(points.newest().orElseThrow()).endsWith("run-a/chk-2");
    }

    @Test
    void keepsTheNewestThreeRuns() throws Exception {
        complete("run-a/chk-1", 100);
        complete("run-b/chk-1", 200);
        complete("run-c/chk-1", 300);
        complete("savepoint-d", 400);
        Files.createDirectories(folder.resolve("run-without-a-checkpoint"));

        points.deleteOld();

        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(List.of("run-b", "run-c", "savepoint-d"));
        }
    }

    private void complete(String path, long second) throws IOException {
        Path metadata = folder.resolve(path).resolve("_metadata");
        Files.createDirectories(metadata.getParent());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(1, List.of(), List.of()), out);
        }
        Files.setLastModifiedTime(metadata, FileTime.from(Instant.ofEpochSecond(second)));
    }
}
