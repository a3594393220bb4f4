package io.storehouse.stream;

import io.storehouse.contracts.Settings;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream on one machine: a cluster in this process that runs both jobs. Stopped by SIGTERM, it leaves a savepoint of the
 * live job. Exits with 1 when it cannot go on, 2 when it is told nonsense.
 */
public final class StreamMain {
    private static final Logger LOG = LoggerFactory.getLogger(StreamMain.class);
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private StreamMain() {}

    /** {@code StreamMain --config FILE}. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Returns only when something went wrong; a cluster that did not start may have left threads behind. */
    private static int run(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            System.err.println("Usage: StreamMain --config FILE");
            return USAGE;
        }
        try {
            LocalStream stream = LocalStream.start(Settings.load(Path.of(arguments[1])));
            Runtime.getRuntime().addShutdownHook(new Thread(stream::stop, "stop-stream"));
            stream.await();
            return FAILURE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return USAGE;
        } catch (Exception e) {
            LOG.error("Failed to run the stream", e);
            return FAILURE;
        }
    }
}
