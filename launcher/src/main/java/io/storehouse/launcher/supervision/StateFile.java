package io.storehouse.launcher.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.OwnerOnly;
import io.storehouse.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the supervisor knows, written down for the other commands. */
public final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final Path file;

    /** The file of a data directory. */
    public StateFile(DataDirectory data) {
        this.file = data.at("run", "state.json");
    }

    /**
     * What the file says.
     *
     * @param at when it was written; a living supervisor writes every second
     */
    public record Content(Instant at, List<Status> services) {}

    /**
     * Writes the board whenever it changes and every second, until everything stops.
     *
     * @param warning is told when it cannot be written, once until it can again
     */
    public void follow(Board board, Consumer<String> warning) {
        Thread thread = new Thread(null, () -> keepWriting(board, warning), "state-file", 256 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes it once. */
    public synchronized void write(List<Status> services) {
        ObjectNode root = JSON.createObjectNode().put("at", Instant.now().toString());
        services.forEach(status -> root.withArray("services").add(node(status)));
        OwnerOnly.write(file, root + "\n");
    }

    /** Reads it, when there is one. */
    public Optional<Content> read() {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            List<Status> services = new ArrayList<>();
            root.path("services").forEach(node -> services.add(status(node)));
            return Optional.of(new Content(Instant.parse(root.path("at").asText()), services));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void keepWriting(Board board, Consumer<String> warning) {
        boolean warned = false;
        while (!board.stopping()) {
            try {
                write(board.all());
                warned = false;
            } catch (UncheckedIOException e) {
                if (!warned) {
                    warning.accept("cannot write down what runs, and goes on trying: " + e.getMessage());
                }
                warned = true;
            }
            board.awaitChange(HEARTBEAT);
        }
    }

    private static ObjectNode node(Status status) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", status.name())
                .put("state", status.state().text())
                .put("detail", status.detail())
                .put("since", status.since().toString());
        RunningProcess process = status.process();
        if (process != null) {
            node.put("pid", process.pid()).put("startTicks", process.startTicks());
        }
        return node;
    }

    private static Status status(JsonNode node) {
        @Nullable
        RunningProcess process = node.has("pid")
                ? new RunningProcess(
                        node.path("pid").asLong(), node.path("startTicks").asLong())
                : null;
        return new Status(
                node.path("name").asText(),
                State.valueOf(node.path("state").asText().toUpperCase(Locale.ROOT)),
                process,
                node.path("detail").asText(),
                Instant.parse(node.path("since").asText()));
    }
}
