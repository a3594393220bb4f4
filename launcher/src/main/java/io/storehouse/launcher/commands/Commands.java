package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line: all subcommands, how they fail and what they exit with. */
@Command(
        name = "./storehouse",
        mixinStandardHelpOptions = true,
        version = "Storehouse 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        description = "The system of a chain of stores, from the till to the warehouse of its data.",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed or differs, 2 wrong usage, 3 a port is taken, 4 something is missing.",
            "Environment: STOREHOUSE_BUILD=never runs what is built without looking for changed sources; NO_COLOR."
        })
public final class Commands {
    private Commands() {}

    /** The command line on that console. */
    public static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new DownCommand(console))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new LogsCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new ResetCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new WarehouseCommand(console))
                .addSubcommand(new QueryCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new ReconcileCommand())
                .addSubcommand(new TestCommand());
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, console));
    }

    private static int failed(Exception failure, Console console) {
        if (failure instanceof Problem problem) {
            console.problem(problem);
            return problem.exitCode();
        }
        console.problem(Problem.failed(
                failure.getMessage() == null ? failure.toString() : failure.getMessage(), "./storehouse doctor"));
        if (Boolean.getBoolean("storehouse.debug")) {
            failure.printStackTrace();
        }
        return Problem.FAILED;
    }
}
