package io.storehouse.shop.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Objects as files, spread over 256 folders. A file appears under its name only when it is whole. */
@Component
class DiskObjects implements ObjectStore {
    private static final int FOLDER = 2;

    private final Path directory;

    DiskObjects(MediaSettings settings) {
        this.directory = settings.directory();
    }

    @Override
    public void put(ObjectName name, byte[] content) {
        Path file = file(name);
        try {
            if (Files.exists(file)) {
                return;
            }
            Path folder = Files.createDirectories(folder(name));
            Path part = Files.createTempFile(folder, "incoming-", ".part");
            try {
                write(part, content);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to keep " + name.text(), e);
        }
    }

    @Override
    public Optional<byte[]> get(ObjectName name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + name.text(), e);
        }
    }

    private Path file(ObjectName name) {
        return folder(name).resolve(name.text());
    }

    private Path folder(ObjectName name) {
        return directory.resolve(name.text().substring(0, FOLDER));
    }

    private static void write(Path part, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
