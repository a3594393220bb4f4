package io.storehouse.launcher.supervision;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The log of a service, read from its end. */
public final class LogFile {
    private static final String BEGIN = "--- ";
    private static final int WINDOW = 256 * 1024;

    private final Path file;

    /** That file, which need not exist. */
    public LogFile(Path file) {
        this.file = file;
    }

    /** Marks the beginning of a run, in a file that only its owner can read. */
    public static void begin(Path file, String what) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String line = BEGIN + what + " starts at " + Instant.now() + "\n";
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** The last lines of the last run, fewer when it is short. */
    public List<String> lastLinesOfRun(int count) {
        List<String> lines = lastLines(Integer.MAX_VALUE);
        int begin = lines.size();
        while (begin > 0 && !lines.get(begin - 1).startsWith(BEGIN)) {
            begin--;
        }
        return lines.subList(Math.max(begin, lines.size() - count), lines.size());
    }

    /** Its last lines, fewer when it is short. */
    public List<String> lastLines(int count) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            long length = Files.size(file);
            List<String> lines =
                    read(Math.max(0, length - WINDOW), length).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(cannot read " + file + ": " + e.getMessage() + ")");
        }
    }

    /** Hands over what is added, until the pause says that it is enough; follows the file when it is begun anew. */
    public void follow(Consumer<String> text, BooleanSupplier pause) throws IOException {
        long at = Files.exists(file) ? Files.size(file) : 0;
        while (pause.getAsBoolean()) {
            long length = Files.exists(file) ? Files.size(file) : 0;
            if (length < at) {
                at = 0;
            }
            if (length > at) {
                text.accept(read(at, length));
                at = length;
            }
        }
    }

    private String read(long from, long to) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            access.seek(from);
            byte[] bytes = new byte[(int) Math.min(to - from, 4 * 1024 * 1024)];
            int count = Math.max(0, access.read(bytes));
            return new String(bytes, 0, count, StandardCharsets.UTF_8);
        }
    }
}
