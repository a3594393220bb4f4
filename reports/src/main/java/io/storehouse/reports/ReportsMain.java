package io.storehouse.reports;

import io.storehouse.reports.analysis.ReportCommand;
import io.storehouse.reports.cli.ConfigOption;
import io.storehouse.reports.cli.ErrorCode;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.query.QueryCommand;
import io.storehouse.reports.reconcile.AwaitCommand;
import io.storehouse.reports.reconcile.ReconcileCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program: {@code query}, {@code report}, {@code reconcile}, {@code await}. */
@Command(
        name = "reports",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Query, report on and reconcile the warehouse.",
        subcommands = {QueryCommand.class, ReportCommand.class, ReconcileCommand.class, AwaitCommand.class})
public final class ReportsMain {
    @Mixin(name = ConfigOption.MIXIN)
    @SuppressWarnings("UnusedVariable") // picocli's
    private final ConfigOption config = new ConfigOption();

    private ReportsMain() {}

    /** Runs one command; its result is the exit code. */
    public static void main(String[] arguments) {
        int code = commandLine()
                .setOut(new PrintWriter(new java.io.OutputStreamWriter(System.out, StandardCharsets.UTF_8), false))
                .setErr(new PrintWriter(new java.io.OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
                .execute(arguments);
        System.exit(code);
    }

    /** The command line, for the process and for tests. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ReportsMain());
        // the files of the reports begin with a comment, which looks like an option
        Objects.requireNonNull(line.getSubcommands().get("query")).setUnmatchedOptionsArePositionalParams(true);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof Problem problem) {
            err.println(problem.getMessage());
            err.flush();
            return problem.code().exitCode();
        }
        failure.printStackTrace(err);
        err.flush();
        return ErrorCode.INTERNAL.exitCode();
    }
}
