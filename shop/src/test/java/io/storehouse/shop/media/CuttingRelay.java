package io.storehouse.shop.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between a client and a server, and once cuts the line after so many bytes of one direction. */
final class CuttingRelay implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Cut cut;
    private final AtomicBoolean done = new AtomicBoolean();

    /**
     * Where to cut.
     *
     * @param upwards of requests, otherwise of answers
     * @param bytes that pass before
     * @param action at that moment
     */
    record Cut(boolean upwards, long bytes, Runnable action) {}

    CuttingRelay(int target, Cut cut) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.cut = cut;
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    boolean hasCut() {
        return done.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                daemon(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            daemon(() -> pump(server, client, false));
            pump(client, server, true);
        } catch (IOException e) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        byte[] buffer = new byte[4096];
        long passed = 0;
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                passed += read;
                if (upwards == cut.upwards() && passed >= cut.bytes() && done.compareAndSet(false, true)) {
                    cut.action().run();
                    return;
                }
            }
        } catch (IOException e) {
            // the other direction ended
            close(from);
        } finally {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
