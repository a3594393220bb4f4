package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.running.LauncherLock;

/** Guards commands that need everything running. */
final class Running {
    private Running() {}

    static void require(Installation installation) {
        if (LauncherLock.holder(installation.data()).isEmpty()) {
            throw Problem.missing(
                    "Nothing runs in " + installation.data().path(),
                    "./storehouse up --detach" + installation.options());
        }
    }
}
