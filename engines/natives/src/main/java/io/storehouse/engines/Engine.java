package io.storehouse.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program that runs as a process of its own: how to make its files, how to start it, how to recognise its process and how
 * to ask whether it works. Starting, watching and stopping is the caller's. SIGTERM stops every engine cleanly, SIGKILL
 * loses nothing that it acknowledged.
 */
public interface Engine {
    /** Short lower-case name, for example {@code mariadb}. */
    String name();

    /**
     * Makes or completes what the engine needs on disk, readable by the owner only. Idempotent: called before every start.
     *
     * @throws IOException when files cannot be made, or the machine cannot run this engine
     */
    void prepare() throws IOException, InterruptedException;

    /** Program and arguments; never a secret. Valid after {@link #prepare}. */
    List<String> command();

    /** Variables to add to the environment; never a secret. */
    Map<String, String> environment();

    /** The engine's directory, which is also the directory its process starts in. */
    Path directory();

    /** The TCP port on 127.0.0.1 that clients use. */
    int port();

    /**
     * Arguments that all appear in the command line of this engine's process, and of no other process on the machine: they
     * name its directory. See {@link EngineProcess#find}.
     */
    List<String> markers();

    /**
     * Whether the engine answers a question in its own protocol within that time; false when it is down, still starting, or
     * frozen.
     */
    boolean answers(Duration within);

    /** How long a clean stop may take before the process may be killed. */
    default Duration stopTime() {
        return Duration.ofSeconds(30);
    }
}
