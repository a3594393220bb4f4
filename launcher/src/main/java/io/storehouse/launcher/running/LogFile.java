package io.storehouse.launcher.running;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The log of a service, read from its end. */
public final class LogFile {
    private static final int WINDOW = 256 * 1024;

    private final Path file;

    /** That file, which need not exist. */
    public LogFile(Path file) {
        this.file = file;
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
