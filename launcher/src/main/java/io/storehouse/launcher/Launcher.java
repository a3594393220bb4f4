package io.storehouse.launcher;

import io.storehouse.launcher.commands.Commands;
import io.storehouse.launcher.terminal.Console;

/** The {@code storehouse} command. */
public final class Launcher {
    private Launcher() {}

    /** Runs one command; its result is the exit code. */
    public static void main(String[] arguments) {
        System.exit(Commands.line(Console.system()).execute(arguments));
    }
}
