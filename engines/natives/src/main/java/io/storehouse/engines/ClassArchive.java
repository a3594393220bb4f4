package io.storehouse.engines;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An archive of the classes that a Java program loads (AppCDS), which shortens its next starts and saves memory. The first
 * run writes it at its clean exit; {@link #prepare} takes it into use. The archive belongs to one Java version and one
 * class path; the JVM ignores it when they differ.
 */
public final class ClassArchive {
    private final Path cache;
    private final String fileName;

    /** The archive of one program. */
    public ClassArchive(Path cache, String name, String classPath) {
        this.cache = cache.toAbsolutePath().normalize();
        String identity = System.getProperty("java.vm.version") + "|" + classPath;
        this.fileName = name + "-"
                + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 13) + ".jsa";
    }

    /** Takes an archive that an earlier run completed into use. */
    public void prepare() throws IOException {
        OwnerOnly.directory(cache);
        if (Files.exists(archive())) {
            return;
        }
        List<Path> written;
        try (Stream<Path> files = Files.list(cache)) {
            written = files.filter(file -> String.valueOf(file.getFileName()).startsWith(fileName + "."))
                    .filter(ClassArchive::isComplete)
                    .toList();
        }
        for (Path file : written) {
            Files.move(file, archive(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Options of {@code java}: use the archive, or write one at exit when there is none. */
    public List<String> options() {
        if (Files.exists(archive())) {
            return List.of(
                    "-XX:SharedArchiveFile=" + archive(), "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        return List.of(
                "-XX:ArchiveClassesAtExit=" + cache.resolve(fileName + "." + UUID.randomUUID()),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    private Path archive() {
        return cache.resolve(fileName);
    }

    /** The JVM writes the head of the file last. */
    private static boolean isComplete(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() != 0;
        } catch (IOException e) {
            return false;
        }
    }
}
