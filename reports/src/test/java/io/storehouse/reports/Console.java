package io.storehouse.reports;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs commands in this JVM as {@code main} does. */
final class Console {
    private final Path config;

    Console(Path config) {
        this.config = config;
    }

    /**
     * What a command left behind.
     *
     * @param code its exit code
     * @param out its standard output
     * @param err its standard error
     */
    record Result(int code, String out, String err) {}

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                ReportsMain.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("--config", config.toString()));
        all.addAll(List.of(arguments));
        int code = line.execute(all.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }
}
