package io.storehouse.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the built rooms lie, and where programs and class archives are cached. */
public record Home(Path path) {
    private static final String PROPERTY = "storehouse.home";

    /**
     * The home that the {@code storehouse} script names.
     *
     * @throws Problem when started otherwise
     */
    public static Home current() {
        String given = System.getProperty(PROPERTY, "");
        if (given.isBlank()) {
            throw Problem.missing("Cannot find the home of Storehouse", "start it by the script ./storehouse");
        }
        return new Home(Path.of(given).toAbsolutePath().normalize());
    }

    /** The room's own jar and everything it needs, as a class path. */
    public String classPath(Room room) {
        Path target = path.resolve(room.folder()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> isJarOf(room, file)).toList();
            if (jars.size() != 1) {
                throw notBuilt(room);
            }
            return jars.get(0) + ":"
                    + Files.readString(target.resolve("runtime.classpath")).strip();
        } catch (IOException e) {
            throw notBuilt(room);
        }
    }

    /** A cache of this user for what can be made again: unpacked programs, class archives. */
    public Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path base =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return OwnerOnly.directory(base.resolve("storehouse"));
    }

    /** The sample files, oldest first. */
    public List<Path> samples() {
        Path folder = path.resolve("samples/online-retail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isJarOf(Room room, Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(room.artifact() + "-")
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar");
    }

    private static Problem notBuilt(Room room) {
        return Problem.missing("Cannot find the built module " + room.folder(), "./mvnw -q -DskipTests install");
    }
}
