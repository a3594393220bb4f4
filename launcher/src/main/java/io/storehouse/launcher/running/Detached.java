package io.storehouse.launcher.running;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.JavaProgram;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.home.Room;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.supervision.LogFile;
import io.storehouse.launcher.supervision.State;
import io.storehouse.launcher.supervision.StateFile;
import io.storehouse.launcher.supervision.Status;
import io.storehouse.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A launcher in a session of its own, started and watched until everything works. */
public final class Detached {
    private static final List<String> OPTIONS =
            List.of("-Xms16m", "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration READY_WITHIN = Duration.ofMinutes(11);
    private static final long LOOK_EVERY = Duration.ofMillis(200).toNanos();
    private static final int LINES = 30;

    private final Installation installation;
    private final Console console;

    /** A detached launcher for that installation. */
    public Detached(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /**
     * Starts it and waits until everything works.
     *
     * @throws Problem when it does not
     */
    public void start(List<String> upOptions) {
        DataDirectory data = installation.data();
        Instant from = Instant.now();
        console.heading("Storehouse in " + data.path());
        Process process = spawn(upOptions);
        StateFile stateFile = new StateFile(data);
        Set<String> said = new HashSet<>();
        while (process.isAlive() && Duration.between(from, Instant.now()).compareTo(READY_WITHIN) < 0) {
            List<Status> services = stateFile
                    .read()
                    .filter(content -> content.at().isAfter(from))
                    .map(StateFile.Content::services)
                    .orElse(List.of());
            services.stream()
                    .filter(status -> status.state() == State.HEALTHY && said.add(status.name()))
                    .forEach(status -> console.tick(status.name(), Duration.between(from, status.since()), ""));
            if (!services.isEmpty() && services.stream().allMatch(status -> status.state() == State.HEALTHY)) {
                console.heading("Ready in " + Console.seconds(Duration.between(from, Instant.now())));
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        Path log = data.log("launcher");
        new LogFile(log).lastLinesOfRun(LINES).forEach(line -> console.detail("    " + line));
        throw Problem.failed(
                "Failed to start everything; the whole log: " + log,
                "./storehouse doctor" + installation.options(),
                "./storehouse down" + installation.options());
    }

    private Process spawn(List<String> upOptions) {
        DataDirectory data = installation.data();
        JavaProgram program = new JavaProgram(installation.home(), data, Room.LAUNCHER, "launcher");
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Dstorehouse.home=" + installation.home().path());
        List<String> arguments =
                new ArrayList<>(List.of("up", "--data-dir", data.path().toString()));
        arguments.addAll(
                List.of("--port-offset", Integer.toString(installation.ports().offset())));
        arguments.addAll(upOptions);
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(program.command(options, arguments));
        try {
            LogFile.begin(data.log("launcher"), "launcher");
            return new ProcessBuilder(command)
                    .directory(data.path().toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.log("launcher").toFile()))
                    .start();
        } catch (IOException e) {
            throw Problem.failed("Failed to start the launcher: " + e.getMessage());
        }
    }

    /** Stops a launcher that runs somewhere, and waits for its end. */
    public static boolean stop(RunningProcess launcher, Duration within) {
        launcher.signal("TERM");
        long deadline = System.nanoTime() + within.toNanos();
        while (launcher.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return !launcher.isAlive();
    }
}
