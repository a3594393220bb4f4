package io.storehouse.launcher.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    /** Stands for a launcher that runs an errand. */
    private static final String LAUNCHER = "/bin/sh -c 'sleep 60; true' sh '%s' '%s'; true";

    @TempDir
    private Path directory;

    private DataDirectory data;
    private Process launcher;
    private RunningProcess errand;

    @BeforeEach
    void start() throws Exception {
        data = new DataDirectory(directory.resolve("data")).create();
        List<String> markers = List.of("-Dstorehouse.service=warehouse-errand", "-Dstorehouse.data=" + data.path());
        launcher = new ProcessBuilder(
                        "/bin/sh", "-c", LAUNCHER.formatted(markers.toArray()), "io.storehouse.launcher.Launcher")
                .start();
        RunningProcess parent = RunningProcess.of(launcher.pid()).orElseThrow();
        errand =
                await().until(() -> child(parent, markers), Optional::isPresent).orElseThrow();
    }

    @AfterEach
    void stop() {
        launcher.destroyForcibly();
        errand.signal("KILL");
    }

    @Test
    void leavesAnErrandToItsLivingLauncher() {
        assertThat(new Orphans(data).errands()).isEmpty();
        assertThat(new Orphans(data).stopErrands(console(new ByteArrayOutputStream())))
                .isFalse();
        assertThat(errand.isAlive()).isTrue();
    }

    @Test
    void stopsAnErrandWhoseLauncherWasKilled() throws Exception {
        launcher.destroyForcibly().waitFor();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new Orphans(new DataDirectory(directory.resolve("dat"))).errands())
                .isEmpty();
        assertThat(new Orphans(data).errands()).containsExactly(errand);
        assertThat(new Orphans(data).stopErrands(console(out))).isTrue();

        assertThat(errand.isAlive()).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("warehouse-errand", "had no launcher");
    }

    private static Optional<RunningProcess> child(RunningProcess parent, List<String> markers) {
        return RunningProcess.withArguments(markers).stream()
                .filter(process -> process.parent().filter(parent::equals).isPresent())
                .findFirst();
    }

    private static Console console(ByteArrayOutputStream out) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Console(stream, stream, false, false);
    }
}
