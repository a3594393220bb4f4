package io.storehouse.launcher.errands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.JavaProgram;
import io.storehouse.launcher.home.OwnerOnly;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.home.Room;
import io.storehouse.launcher.services.JvmOptions;
import io.storehouse.launcher.supervision.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that does one thing and ends: started in this process's terminal, ended with this process. */
public final class Errand {
    private static final long END_SECONDS = 5;

    private final Installation installation;
    private final Room room;
    private final List<String> jvmOptions;
    private final List<String> before;
    private final Map<String, String> environment;

    private Errand(
            Installation installation,
            Room room,
            List<String> jvmOptions,
            List<String> before,
            Map<String, String> environment) {
        this.installation = installation;
        this.room = room;
        this.jvmOptions = jvmOptions;
        this.before = before;
        this.environment = environment;
    }

    /** Spark: it may take what the processes that always run leave over. */
    public static Errand warehouse(Installation installation) {
        return new Errand(
                installation,
                Room.WAREHOUSE,
                JvmOptions.WAREHOUSE,
                List.of("nice", "-n", "10"),
                Map.of("SPARK_LOCAL_IP", "127.0.0.1"));
    }

    /** Queries, reports, reconciliation, the wait for the lake. */
    public static Errand reports(Installation installation) {
        return new Errand(installation, Room.REPORTS, JvmOptions.REPORTS, List.of(), Map.of());
    }

    /** Replay and split. */
    public static Errand tills(Installation installation) {
        return new Errand(installation, Room.TILLS, JvmOptions.TILLS, List.of(), Map.of());
    }

    /** Runs it with those arguments and returns its exit code. */
    public int run(List<String> arguments) {
        return run(arguments, ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * Runs it and returns what it wrote to standard output.
     *
     * @throws Problem when it fails
     */
    public String output(List<String> arguments) {
        Path file = installation.data().at("run", room.artifact() + ".out");
        try {
            OwnerOnly.write(file, "");
            int code = run(arguments, ProcessBuilder.Redirect.to(file.toFile()));
            String output = Files.readString(file);
            Files.delete(file);
            if (code != 0) {
                throw new Problem(code, "Failed: " + room.artifact() + " " + arguments.get(0), List.of());
            }
            return output;
        } catch (IOException e) {
            throw Problem.failed("Cannot read " + file + ": " + e.getMessage());
        }
    }

    /**
     * Runs it and complains when it fails.
     *
     * @throws Problem with its exit code
     */
    public void require(List<String> arguments, String failure, String wayOut) {
        int code = run(arguments);
        if (code != 0) {
            throw new Problem(code, failure, List.of(wayOut));
        }
    }

    private int run(List<String> arguments, ProcessBuilder.Redirect output) {
        JavaProgram program = new JavaProgram(installation.home(), installation.data(), room, JavaProgram.errand(room));
        List<String> all = new ArrayList<>(List.of(
                "--config", installation.data().settings(room.artifact()).toString()));
        all.addAll(arguments);
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-Dstorehouse.home=" + installation.home().path());
        options.add("-Dstorehouse.terminal=" + System.getProperty("storehouse.terminal", "false"));
        List<String> command = new ArrayList<>(before);
        command.addAll(program.command(options, all));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Thread end = new Thread(() -> end(process), "end-errand");
            Runtime.getRuntime().addShutdownHook(end);
            int code = process.waitFor();
            if (code != 0) {
                forgetArchive(command);
            }
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (IOException e) {
            throw Problem.failed("Failed to start " + room.artifact() + ": " + e.getMessage(), "./storehouse doctor");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failed("Interrupted while " + room.artifact() + " ran");
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** The class archive of a failed run lacks most classes. */
    private static void forgetArchive(List<String> command) throws IOException {
        Optional<Path> archive = new Command(command, Map.of(), Path.of(""), List.of()).archiveAtExit();
        if (archive.isPresent()) {
            Files.deleteIfExists(archive.get());
        }
    }
}
