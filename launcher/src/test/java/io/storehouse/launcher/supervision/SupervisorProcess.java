package io.storehouse.launcher.supervision;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.services.TestInstallation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A supervisor of database and Redis that can be killed: the process of a test. */
final class SupervisorProcess {
    private SupervisorProcess() {}

    public static void main(String[] arguments) {
        Installation installation = TestInstallation.in(Path.of(arguments[0]));
        Supervisor supervisor = new Supervisor(
                TestInstallation.databaseAndRedis(installation),
                installation.data(),
                new Recorder(),
                Clock.systemUTC());
        supervisor.start();
        System.out.println(supervisor.awaitReady(Duration.ofMinutes(2)) ? "ready" : "failed");
        supervisor.board().await(board -> false, Duration.ofHours(1));
    }
}
