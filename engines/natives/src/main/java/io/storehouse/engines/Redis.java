package io.storehouse.engines;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Redis server without persistence. It holds the live view and login sessions: the stream fills the view again whenever it
 * is empty, a lost session is a new login, and figures left from an older run on disk would only have to be doubted.
 */
public final class Redis implements Engine {
    private final Binaries binaries;
    private final Path directory;
    private final int port;
    private final String password;

    /** A server whose settings are in that directory; clients are the user {@code default} with that password. */
    public Redis(Binaries binaries, Path directory, int port, String password) {
        if (!password.matches("[A-Za-z0-9_-]{16,}")) {
            throw new IllegalArgumentException(
                    "Invalid Redis password; expected 16 or more letters, digits, '_' or '-'");
        }
        this.binaries = binaries;
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.password = password;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public List<String> markers() {
        return List.of(configuration().toString());
    }

    @Override
    public void prepare() throws IOException {
        OwnerOnly.directory(directory);
        binaries.redis();
        // without the title the command line stays as it was started, which is how the process is recognised
        OwnerOnly.write(configuration(), """
                bind 127.0.0.1
                port %d
                requirepass %s
                daemonize no
                set-proc-title no
                save ""
                appendonly no
                maxmemory 256mb
                maxmemory-policy noeviction
                tcp-keepalive 60
                """.formatted(port, password));
    }

    @Override
    public List<String> command() {
        try {
            return List.of(binaries.redis().server().toString(), configuration().toString());
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public boolean answers(Duration within) {
        return Wire.answers(port, within, (out, in) -> {
            out.write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return line(in).equals("+OK") && line(in).equals("+PONG");
        });
    }

    @Override
    public Duration stopTime() {
        return Duration.ofSeconds(5);
    }

    private Path configuration() {
        return directory.resolve("redis.conf");
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.readUnsignedByte(); read != '\r'; read = in.readUnsignedByte()) {
            line.append((char) read);
        }
        in.readUnsignedByte();
        return line.toString();
    }
}
