package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Ports;
import io.storehouse.launcher.running.LauncherLock;
import io.storehouse.launcher.running.Urls;
import io.storehouse.launcher.terminal.Console;

/** The answer to a second start. */
final class AlreadyRunning {
    private AlreadyRunning() {}

    static boolean check(Installation installation) {
        return LauncherLock.holder(installation.data()).isPresent();
    }

    static int say(Installation installation, Console console) {
        console.line("Storehouse is running already in " + installation.data().path());
        console.line("");
        console.table(Urls.of(Ports.lastUsed(installation.data())));
        return 0;
    }
}
