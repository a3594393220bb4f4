package io.storehouse.shop.media;

import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** Objects as files, spread over 256 folders. A file appears under its name only when it is whole. */
class DiskObjects implements ObjectStore {
    /** A channel copies what it is given to memory outside the heap, and each thread keeps the largest such copy. */
    private static final int SLICE = 1 << 16;

    private final Path directory;

    DiskObjects(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(ObjectName name, byte[] content) {
        Path file = file(name);
        try {
            if (Files.exists(file)) {
                return;
            }
            Path folder = Files.createDirectories(directory.resolve(name.path()).getParent());
            Path part = Files.createTempFile(folder, "incoming-", ".part");
            try {
                write(part, content);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unavailable("keep", e);
        }
    }

    @Override
    public Optional<byte[]> get(ObjectName name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable("read", e);
        }
    }

    private Path file(ObjectName name) {
        return directory.resolve(name.path());
    }

    private ShopException unavailable(String what, IOException cause) {
        return new ShopException(
                MediaError.PICTURES_UNAVAILABLE,
                "Failed to " + what + " a picture on disk (" + cause.getClass().getSimpleName()
                        + "); see that storehouse.media.directory is a folder with space that the shop may write",
                Map.of(),
                cause);
    }

    private static void write(Path part, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.position() < content.length) {
                bytes.limit(Math.min(content.length, bytes.position() + SLICE));
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
