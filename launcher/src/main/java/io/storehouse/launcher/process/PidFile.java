package io.storehouse.launcher.process;

import io.storehouse.launcher.home.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Remembers which process is a service's, beyond the life of the launcher. */
public final class PidFile {
    private final Path file;
    private final Path markers;
    private final Predicate<RunningProcess> ours;

    /** The pid file of a service of a data directory; its process names that directory. */
    public PidFile(Path data, String service) {
        this(data, service, process -> process.belongsTo(data));
    }

    /** The pid file of a service whose process is recognised otherwise. */
    public PidFile(Path data, String service, Predicate<RunningProcess> ours) {
        this.file = data.resolve("run").resolve(service + ".pid");
        this.markers = data.resolve("run").resolve(service + ".markers");
        this.ours = ours;
    }

    /**
     * What the file says.
     *
     * @param recipe what the process was started from: with another one it cannot be kept
     */
    public record Entry(RunningProcess process, String recipe) {}

    /** Remembers by which arguments the process that is about to start can be found, should its launcher die meanwhile. */
    public void announce(List<String> arguments) {
        OwnerOnly.write(markers, String.join("\n", arguments) + "\n");
    }

    /** The process, or one that was started and never written down. */
    public Optional<RunningProcess> find() {
        return living().map(Entry::process).or(this::announced);
    }

    /** Remembers the process. */
    public void write(RunningProcess process, String recipe) {
        OwnerOnly.write(file, process.pid() + " " + process.startTicks() + " " + recipe + "\n");
    }

    /** The process, when it lives and is ours. */
    public Optional<Entry> living() {
        return read().filter(entry -> entry.process().isAlive() && ours.test(entry.process()));
    }

    /** Whether there is a file for a process that is gone. */
    public boolean stale() {
        return Files.exists(file) && living().isEmpty();
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    private Optional<RunningProcess> announced() {
        try {
            List<String> arguments = Files.readAllLines(markers);
            return arguments.isEmpty()
                    ? Optional.empty()
                    : RunningProcess.withArguments(arguments).stream().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Entry> read() {
        try {
            String[] parts = Files.readString(file).strip().split(" ", 3);
            RunningProcess process = new RunningProcess(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            return Optional.of(new Entry(process, parts.length > 2 ? parts[2] : ""));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
