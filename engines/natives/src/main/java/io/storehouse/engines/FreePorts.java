package io.storehouse.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody listens on, below the range the operating system hands to outgoing connections. A reserved port is
 * locked against other processes that reserve in the same directory.
 */
final class FreePorts implements AutoCloseable {
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final int ATTEMPTS = 1_000;

    private final Path directory;
    private final List<FileChannel> held = new ArrayList<>();

    FreePorts(Path directory) throws IOException {
        this.directory = OwnerOnly.directory(directory);
    }

    synchronized int reserve() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (lock(port) && free(port)) {
                return port;
            }
        }
        throw new IOException("Cannot find a free port from " + FIRST + " to " + LAST);
    }

    private boolean lock(int port) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                held.add(channel);
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // this JVM holds it
        }
        channel.close();
        return false;
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (FileChannel channel : held) {
            channel.close();
        }
        held.clear();
    }
}
