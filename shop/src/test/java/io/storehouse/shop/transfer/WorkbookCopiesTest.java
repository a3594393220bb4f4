package io.storehouse.shop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkbookCopiesTest {
    private final WorkbookCopies copies = new WorkbookCopies();

    @Test
    void removesWhatProcessesLeftThatAreNoMore() throws IOException {
        Path own = copies.create();
        Path older = copies.create();
        Files.setLastModifiedTime(older, FileTime.from(Instant.EPOCH));
        Path dead =
                Files.createFile(own.resolveSibling("storehouse-transfer-9999999999-" + System.nanoTime() + ".xlsx"));
        Path unnamed = Files.createTempFile("storehouse-transfer", ".xlsx");
        Path foreign = Files.createTempFile("storehouse-other", ".xlsx");

        copies.removeLeft();

        assertThat(own).exists();
        assertThat(foreign).exists();
        assertThat(older).as("of a process that had the same number").doesNotExist();
        assertThat(dead).doesNotExist();
        assertThat(unnamed).doesNotExist();
        Files.delete(own);
        Files.delete(foreign);
    }
}
