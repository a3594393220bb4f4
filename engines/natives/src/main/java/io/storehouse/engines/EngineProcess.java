package io.storehouse.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The process of an engine: started with its output in a log file, and found again by its command line. */
public final class EngineProcess {
    private EngineProcess() {}

    /** Starts the engine, which must be prepared; output is appended to the log, which only the owner can read. */
    public static Process start(Engine engine, Path log) throws IOException {
        OwnerOnly.directory(engine.directory());
        OwnerOnly.file(log);
        ProcessBuilder builder = new ProcessBuilder(engine.command());
        builder.directory(engine.directory().toFile());
        builder.environment().putAll(engine.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** The running process that has all the markers, whoever started it, for example a launcher that was killed. */
    public static Optional<ProcessHandle> find(List<String> markers) {
        return ProcessHandle.allProcesses()
                .filter(process -> matches(process.pid(), markers))
                .findFirst();
    }

    /** Whether that process runs and has all the markers among its arguments. */
    public static boolean matches(long pid, List<String> markers) {
        return arguments(pid).containsAll(markers);
    }

    private static Set<String> arguments(long pid) {
        try {
            String line =
                    Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
            String decoded = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return new HashSet<>(Arrays.asList(decoded.split("\0")));
        } catch (IOException e) {
            // gone, or another user's
            return ProcessHandle.of(pid)
                    .map(ProcessHandle::info)
                    .<Set<String>>map(
                            info -> new HashSet<>(Arrays.asList(info.arguments().orElse(new String[0]))))
                    .orElse(Set.of());
        }
    }
}
