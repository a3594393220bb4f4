package io.storehouse.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path directory;

    @Test
    void showsTheEndOfTheLastRunOnly() throws Exception {
        Path file = directory.resolve("engine.log");
        LogFile.begin(file, "engine");
        Files.writeString(file, "old\n", StandardOpenOption.APPEND);
        LogFile.begin(file, "engine");
        Files.writeString(file, "one\ntwo\nthree\n", StandardOpenOption.APPEND);

        assertThat(new LogFile(file).lastLinesOfRun(20)).containsExactly("one", "two", "three");
        assertThat(new LogFile(file).lastLinesOfRun(2)).containsExactly("two", "three");
        assertThat(new LogFile(file).lastLines(5)).hasSize(5).contains("old");
    }

    @Test
    void isEmptyWhenThereIsNone() {
        assertThat(new LogFile(directory.resolve("none.log")).lastLines(20)).isEmpty();
    }
}
