package io.storehouse.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path data;

    private Process child;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectory(data.resolve("run"));
        child = new ProcessBuilder("sleep", "60").directory(data.toFile()).start();
    }

    @AfterEach
    void stop() {
        child.destroyForcibly();
    }

    @Test
    void findsALivingProcessOfOurs() {
        PidFile file = new PidFile(data, "engine");
        file.write(RunningProcess.of(child.pid()).orElseThrow(), "recipe");

        assertThat(new PidFile(data, "engine").living())
                .hasValueSatisfying(entry -> assertThat(entry.recipe()).isEqualTo("recipe"))
                .map(entry -> entry.process().pid())
                .contains(child.pid());
        assertThat(file.stale()).isFalse();
    }

    @Test
    void doesNotTakeALaterProcessWithTheSameNumberForOurs() {
        PidFile file = new PidFile(data, "engine");
        RunningProcess process = RunningProcess.of(child.pid()).orElseThrow();
        file.write(new RunningProcess(process.pid(), process.startTicks() - 1), "recipe");

        assertThat(file.living()).isEmpty();
        assertThat(file.stale()).isTrue();
    }

    @Test
    void doesNotTakeAProcessOfAnotherDirectoryForOurs(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("run"));
        PidFile file = new PidFile(other, "engine");
        file.write(RunningProcess.of(child.pid()).orElseThrow(), "recipe");

        assertThat(file.living()).isEmpty();
    }

    @Test
    void seesThatAProcessIsGone() throws Exception {
        PidFile file = new PidFile(data, "engine");
        RunningProcess process = RunningProcess.of(child.pid()).orElseThrow();
        file.write(process, "recipe");

        process.signal("KILL");

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.isAlive()).isFalse();
        assertThat(file.living()).isEmpty();
        assertThat(file.stale()).isTrue();
    }

    @Test
    void findsAProcessThatWasStartedAndNeverWrittenDown() throws Exception {
        PidFile file = new PidFile(data, "engine");
        file.announce(List.of("--data=" + data, "engine"));
        Process stray = new ProcessBuilder("/bin/sh", "-c", "read line", "engine", "--data=" + data).start();
        try {
            assertThat(file.living()).isEmpty();
            assertThat(file.find()).map(RunningProcess::pid).contains(stray.pid());
        } finally {
            stray.destroyForcibly().waitFor();
        }
        assertThat(file.find()).isEmpty();
    }

    @Test
    void survivesANonsensicalFile() throws Exception {
        Files.writeString(data.resolve("run/engine.pid"), "twelve\n");

        assertThat(new PidFile(data, "engine").living()).isEmpty();
    }
}
