package io.storehouse.stream;

import io.storehouse.contracts.Settings;
import java.nio.file.Path;

/**
 * The stream on one machine: a cluster in this process that runs both jobs. Stopped by SIGTERM, it leaves a savepoint of the
 * live job. Exits with 1 when it cannot go on, 2 when it is told nonsense.
 */
public final class StreamMain {
    private StreamMain() {}

    /** {@code StreamMain --config FILE}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            refuse("Usage: StreamMain --config FILE");
            return;
        }
        try {
            LocalStream stream = LocalStream.start(Settings.load(Path.of(arguments[1])));
            Runtime.getRuntime().addShutdownHook(new Thread(stream::stop, "stop-stream"));
            stream.await();
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
            return;
        }
        System.exit(1);
    }

    private static void refuse(String message) {
        System.err.println(message);
        System.exit(2);
    }
}
