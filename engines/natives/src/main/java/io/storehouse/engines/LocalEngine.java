package io.storehouse.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One engine that a test started, to be stopped, killed and started again. It dies with the JVM. */
public final class LocalEngine {
    private static final Duration START_TIME = Duration.ofSeconds(90);
    private static final Duration QUESTION_TIME = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 25;

    private final Engine engine;
    private final Path log;
    private @Nullable Process process;
    private @Nullable Process guard;

    LocalEngine(Engine engine, Path log) {
        this.engine = engine;
        this.log = log;
    }

    /**
     * Starts it on the same port and data, and waits until it answers.
     *
     * @throws IllegalStateException when it ends or does not answer in time; the message has the end of its log
     */
    public synchronized void start() {
        try {
            engine.prepare();
            Process started = EngineProcess.start(engine, log);
            process = started;
            guard = guard(started.pid());
            awaitAnswer(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting " + engine.name(), e);
        }
    }

    /** Stops it cleanly and waits until it is gone. */
    public synchronized void stop() {
        end(true);
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        end(false);
    }

    /** The definition that runs. */
    public Engine engine() {
        return engine;
    }

    /** The process id, or −1 when stopped. */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Whether the process runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    private void end(boolean cleanly) {
        Process ending = process;
        if (ending == null) {
            return;
        }
        if (cleanly) {
            ending.destroy();
            waitFor(ending, engine.stopTime());
        }
        ending.destroyForcibly();
        waitFor(ending, engine.stopTime());
        if (guard != null) {
            guard.destroyForcibly();
        }
        process = null;
        guard = null;
    }

    private static void waitFor(Process ending, Duration time) {
        try {
            ending.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A shell that waits for the end of its input, which comes when this JVM ends in whatever way, and kills the engine. */
    private static Process guard(long pid) throws IOException {
        return new ProcessBuilder(
                        List.of("/bin/sh", "-c", "read -r end; kill -9 \"$1\" 2>/dev/null", "guard", "" + pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitAnswer(Process started) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_TIME.toNanos();
        while (!engine.answers(QUESTION_TIME) || !started.isAlive()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                end(false);
                throw new IllegalStateException("Failed to start " + engine.name() + ":\n" + endOfLog());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
