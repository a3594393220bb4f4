package io.storehouse.launcher.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.engines.StorehouseHome;
import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void nameTheHome() {
        System.setProperty(StorehouseHome.PROPERTY, StorehouseHome.find().toString());
    }

    @AfterEach
    void forgetTheHome() {
        System.clearProperty(StorehouseHome.PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "logs",
                "doctor",
                "reset",
                "import",
                "replay",
                "warehouse",
                "query",
                "report",
                "reconcile"
            })
    void everyCommandTakesADirectoryAndPortsAndHasHelp(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(text(out)).contains("--data-dir", "--port-offset").doesNotContain("\u001b[");
    }

    @Test
    void exitsWithTwoOnWrongUsage() {
        assertThat(execute("fly")).isEqualTo(2);
        assertThat(execute("up", "--only", "moon")).isEqualTo(2);
        assertThat(execute("import")).isEqualTo(2);
        assertThat(execute("up", "--port-offset", "-5", "--data-dir", "" + directory))
                .isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("Invalid port offset: -5");
    }

    @Test
    void exitsWithFourAndTheNextCommandWhenNothingIsThere() {
        assertThat(execute("import", "--data-dir", "" + directory.resolve("none"), "a.csv"))
                .isEqualTo(4);
        assertThat(text(err)).contains("Cannot find data of Storehouse", "→ ./storehouse up --data-dir");
    }

    @Test
    void tellsProgramsWhatRuns() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("data")).create();

        assertThat(execute("status", "--json", "--data-dir", "" + data.path(), "--port-offset", "9"))
                .isZero();

        JsonNode status = new ObjectMapper().readTree(text(out));
        assertThat(status.path("services").findValuesAsText("name"))
                .containsExactly("launcher", "mariadb", "redis", "kafka", "connect", "flink", "shop");
        assertThat(status.path("services").findValuesAsText("state")).containsOnly("stopped");
        assertThat(status.path("services").get(1).path("pid").isNull()).isTrue();
        assertThat(status.path("urls").path("live").asText()).isEqualTo("http://127.0.0.1:8089/");
    }

    @Test
    void deletesOnlyADirectoryOfOurs() throws Exception {
        Files.writeString(directory.resolve("letter.txt"), "dear");
        assertThat(execute("reset", "--yes", "--data-dir", "" + directory)).isEqualTo(4);
        assertThat(directory.resolve("letter.txt")).exists();

        DataDirectory data = new DataDirectory(directory.resolve("data")).create();
        assertThat(execute("reset", "--yes", "--data-dir", "" + data.path())).isZero();
        assertThat(data.path()).doesNotExist();
    }

    private int execute(String... arguments) {
        Console console = new Console(stream(out), stream(err), false, false);
        CommandLine line = Commands.line(console);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        return line.execute(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
