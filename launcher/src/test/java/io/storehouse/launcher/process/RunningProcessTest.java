package io.storehouse.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningProcessTest {
    private static final Path DIRECTORY = Path.of("/tmp/d");

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void stop() {
        children.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/d",
                "--datadir=/tmp/d",
                "/tmp/d/run/connect.properties",
                "file:///tmp/d/run/shop.properties",
                "/lib/a.jar:/tmp/d:/lib/b.jar"
            })
    void belongsToTheDirectoryThatItNames(String argument) throws Exception {
        assertThat(started(argument).belongsTo(DIRECTORY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/d1", "--datadir=/tmp/d1/mariadb", "/tmp/d 2", "/home/tmp/d", "/tmp/d.old/run"})
    void doesNotBelongToOneWithASimilarName(String argument) throws Exception {
        assertThat(started(argument).belongsTo(DIRECTORY)).isFalse();
    }

    @Test
    void getsSignalsByTheirNames() throws Exception {
        RunningProcess process = started("x");

        process.signal("TERM");

        Process child = children.get(0);
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(128 + 15);
        assertThat(process.isAlive()).isFalse();
    }

    /** A shell that waits for input which never comes. */
    private RunningProcess started(String argument) throws Exception {
        Process child = new ProcessBuilder("/bin/sh", "-c", "read line", "sh", argument)
                .directory(Path.of("/").toFile())
                .start();
        children.add(child);
        return RunningProcess.of(child.pid()).orElseThrow();
    }
}
