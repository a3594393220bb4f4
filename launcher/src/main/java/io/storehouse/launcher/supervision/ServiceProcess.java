package io.storehouse.launcher.supervision;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The process of a service: started in a session of its own, so that Ctrl-C reaches the launcher alone. */
public final class ServiceProcess {
    private static final long LOG_LIMIT = 20L * 1024 * 1024;

    private final RunningProcess process;
    private final @Nullable Process child;
    private final PidFile pidFile;
    private final Optional<Path> archiveAtExit;

    private ServiceProcess(
            RunningProcess process, @Nullable Process child, PidFile pidFile, Optional<Path> archiveAtExit) {
        this.process = process;
        this.child = child;
        this.pidFile = pidFile;
        this.archiveAtExit = archiveAtExit;
    }

    static ServiceProcess start(DataDirectory data, String service, Command command) throws IOException {
        Path log = data.log(service);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(service + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        LogFile.begin(log, service);
        List<String> arguments = new ArrayList<>(List.of("setsid"));
        arguments.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(command.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        PidFile pidFile = new PidFile(data.path(), service);
        pidFile.announce(command.markers());
        Process child = builder.start();
        RunningProcess process = RunningProcess.of(child.pid())
                .orElseThrow(() -> new IOException("it ended at once, with exit code " + child.exitValue()));
        pidFile.write(process, command.recipe());
        return new ServiceProcess(process, child, pidFile, command.archiveAtExit());
    }

    /** A process that an earlier launcher has started. */
    public static ServiceProcess adopt(RunningProcess process, PidFile pidFile) {
        return new ServiceProcess(process, null, pidFile, Optional.empty());
    }

    RunningProcess process() {
        return process;
    }

    boolean adopted() {
        return child == null;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end and, when that takes too long, ends it. */
    public void stop(Duration patience) {
        process.signal("TERM");
        process.signal("CONT");
        if (!awaitEnd(patience)) {
            kill();
        }
        pidFile.delete();
    }

    void kill() {
        process.signal("KILL");
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Forgets a process that ended by itself; the class archive of a failed run lacks most classes. */
    void forget() throws IOException {
        pidFile.delete();
        if (archiveAtExit.isPresent()) {
            Files.deleteIfExists(archiveAtExit.get());
        }
    }

    /** How it ended, in words. */
    String end() {
        Optional<Integer> code = child == null ? Optional.empty() : exitCode(child);
        return code.map(c -> c > 128 ? "killed by signal " + (c - 128) : "ended with exit code " + c)
                .orElse("ended");
    }

    private static Optional<Integer> exitCode(Process child) {
        try {
            return child.waitFor(1, TimeUnit.SECONDS) ? Optional.of(child.exitValue()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return true;
    }
}
