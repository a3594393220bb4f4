package io.storehouse.shop.notifying;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes text messages to a file that only its owner reads, a line of JSON each, on disk when it returns. Numbers and texts
 * stand in it in clear, until the person is forgotten: it stands for the provider where there is none.
 */
final class FileSms implements Provider {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Clock clock;

    FileSms(Path file, Clock clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public synchronized void deliver(Message message) throws DeliveryFailure {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("key", message.key().toString());
        line.put("at", clock.instant().toString());
        line.put("to", message.recipient());
        line.put("language", message.language().tag());
        line.put("text", message.text());
        try (FileChannel channel = open()) {
            write(channel, JSON.writeValueAsString(line));
            channel.force(false);
        } catch (IOException e) {
            throw DeliveryFailure.transientOf("file-failed", null);
        }
    }

    /** Writes the file anew without their lines. */
    @Override
    public synchronized void forget(Set<UUID> keys) {
        Path shorter = file.resolveSibling(file.getFileName() + ".new");
        try {
            if (!Files.exists(file)) {
                return;
            }
            boolean found = false;
            try (BufferedReader lines = Files.newBufferedReader(file);
                    FileChannel channel = open(shorter, StandardOpenOption.TRUNCATE_EXISTING)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    UUID key = keyOf(line);
                    if (key != null && keys.contains(key)) {
                        found = true;
                    } else {
                        write(channel, line);
                    }
                }
                channel.force(false);
            }
            if (found) {
                Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(shorter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to remove messages from the file of text messages", e);
        }
    }

    private static @Nullable UUID keyOf(String line) {
        try {
            return UUID.fromString(JSON.readTree(line).path("key").asString());
        } catch (IllegalArgumentException | JacksonException e) {
            // a line that was cut off when the shop died
            return null;
        }
    }

    private static void write(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private FileChannel open() throws IOException {
        Path parent = file.getParent();
        if (parent != null && !Files.exists(parent)) {
            Files.createDirectories(
                    parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return open(file, StandardOpenOption.APPEND);
    }

    private static FileChannel open(Path path, StandardOpenOption how) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, how),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        return channel;
    }
}
