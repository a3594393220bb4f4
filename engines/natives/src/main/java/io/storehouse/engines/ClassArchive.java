package io.storehouse.engines;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An archive of the classes that a Java program loads (AppCDS), which shortens its next starts and saves memory. The first
 * run writes it at its clean exit; {@link #prepare} takes it into use. The archive belongs to one Java version and one
 * class path; the JVM ignores it when they differ.
 */
public final class ClassArchive {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path cache;
    private final String prefix;
    private final String fileName;

    /** The archive of one program. */
    public ClassArchive(Path cache, String name, String classPath) {
        this.cache = cache.toAbsolutePath().normalize();
        String identity = System.getProperty("java.vm.version") + "|" + stamped(classPath);
        this.prefix = name + "-";
        this.fileName = prefix
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
        if (!written.isEmpty()) {
            deleteOutdated();
        }
    }

    /** Other versions' archives may be in use by another checkout, so only those that nobody wrote for a week go. */
    private void deleteOutdated() throws IOException {
        Instant limit = Instant.now().minus(KEPT);
        List<Path> all;
        try (Stream<Path> files = Files.list(cache)) {
            all = files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .toList();
        }
        for (Path file : all) {
            if (!file.equals(archive())
                    && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The JVM refuses an archive when a jar's time or size has changed. */
    private static String stamped(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(File::new)
                .map(jar -> jar + "," + jar.length() + "," + jar.lastModified())
                .collect(Collectors.joining("|"));
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
