package io.storehouse.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One installation's data: what the engines keep, logs, reports, secrets and the files of what runs. */
public record DataDirectory(Path path) {
    private static final String MARKER = ".storehouse-data";
    private static final List<String> FOLDERS = List.of(
            "mariadb", "redis", "kafka", "connect", "flink", "lake", "imports", "media", "demo", "reports", "logs",
            "run", "secrets");

    /** Makes the path absolute: processes are recognised by it. */
    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** {@code $XDG_DATA_HOME/storehouse}, by default under the user's home. */
    public static Path defaultPath() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("storehouse");
    }

    /**
     * Creates what is missing.
     *
     * @throws Problem when the directory holds other things than ours
     */
    public DataDirectory create() {
        if (!exists() && Files.isDirectory(path) && !isEmpty()) {
            throw Problem.missing(
                    "Cannot use " + path + ": it is not empty and not a data directory of Storehouse",
                    "name an empty or new directory with --data-dir");
        }
        OwnerOnly.directory(path);
        FOLDERS.forEach(folder -> OwnerOnly.directory(path.resolve(folder)));
        if (!exists()) {
            OwnerOnly.write(path.resolve(MARKER), "Data of Storehouse. './storehouse reset' deletes this directory.\n");
        }
        return this;
    }

    /** Whether it carries our marker. */
    public boolean exists() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    /**
     * Complains when nothing was ever started here.
     *
     * @throws Problem naming the next command
     */
    public DataDirectory require() {
        if (!exists()) {
            throw Problem.missing("Cannot find data of Storehouse in " + path, "./storehouse up --data-dir " + path);
        }
        return this;
    }

    /** A folder or file inside. */
    public Path at(String first, String... more) {
        return path.resolve(Path.of(first, more));
    }

    /** The log of a service. */
    public Path log(String service) {
        return at("logs", service + ".log");
    }

    /** The settings of a process. */
    public Path settings(String process) {
        return at("run", process + ".properties");
    }

    /** Deletes everything; only ever a directory with our marker, which goes last. */
    public void delete() {
        require();
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.filter(e -> !e.endsWith(MARKER)).toList()) {
                deleteTree(entry);
            }
            Files.delete(path.resolve(MARKER));
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path + ": " + e.getMessage(), e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
