package io.storehouse.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built modules lie: the directory that holds {@code .mvn}, or the system property {@code storehouse.home}. */
public final class StorehouseHome {
    /** System property that overrides the search. */
    public static final String PROPERTY = "storehouse.home";

    private StorehouseHome() {}

    /**
     * The directory.
     *
     * @throws IllegalStateException when neither the property nor a parent of the working directory gives it
     */
    public static Path find() {
        String given = System.getProperty(PROPERTY);
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(".mvn"))) {
                return candidate;
            }
        }
        throw new IllegalStateException(
                "Cannot find Storehouse above " + start + "; set -D" + PROPERTY + "=<directory>");
    }

    /**
     * The class path that the build wrote for a module, without the module's own jar.
     *
     * @param module its folder, for example {@code engines/kafka}
     * @throws IOException when the module is not built
     */
    public static String classPath(Path home, String module) throws IOException {
        Path file = home.resolve(module).resolve("target/runtime.classpath");
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "Cannot find " + file + "; build it with: ./mvnw -B package -DskipTests -pl " + module);
        }
        return Files.readString(file).strip();
    }
}
