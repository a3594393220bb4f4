package io.storehouse.shop.importing;

import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Received files on disk, each under the SHA-256 of its bytes. */
@Component
class ImportFiles {
    private static final Pattern RECEIVED = Pattern.compile("[0-9a-f]{64}");
    private static final String PART = ".part";
    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final long maxBytes;

    ImportFiles(ImportSettings settings) {
        this.directory = settings.directory();
        this.maxBytes = settings.maxSize().toBytes();
    }

    /**
     * Keeps a stream; the file then survives a loss of power.
     *
     * @param register makes a job of the content, before anyone may find that no job needs it
     */
    void receive(InputStream in, Consumer<String> register) throws IOException {
        Files.createDirectories(directory);
        Path part = Files.createTempFile(directory, "incoming-", PART);
        try {
            String content = copy(in, part);
            synchronized (this) {
                Files.move(part, file(content), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                register.accept(content);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    InputStream open(String content) throws IOException {
        return Files.newInputStream(file(content));
    }

    /** Removes what no job needs and nobody is sending. */
    synchronized void keepOnly(Supplier<List<String>> contents) {
        List<String> needed = contents.get();
        deleteFiles(name -> RECEIVED.matcher(name).matches() && !needed.contains(name));
    }

    /** Removes what was being sent when the shop stopped. */
    void removeParts() {
        deleteFiles(name -> name.endsWith(PART));
    }

    /** Only what this class has made; whoever else keeps files or folders here does not lose them. */
    private void deleteFiles(Predicate<String> unneeded) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> stale = files.filter(Files::isRegularFile)
                    .filter(file -> unneeded.test(file.getFileName().toString()))
                    .toList();
            for (Path file : stale) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String copy(InputStream in, Path target) throws IOException {
        MessageDigest hash = sha256();
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (FileChannel out = FileChannel.open(target, Set.of(StandardOpenOption.WRITE))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > maxBytes) {
                    throw new ShopException(
                            ImportError.FILE_TOO_LARGE,
                            "Cannot import a file of more than " + maxBytes + " bytes; split it");
                }
                hash.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private Path file(String content) {
        return directory.resolve(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
