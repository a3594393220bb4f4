package io.storehouse.launcher.running;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.home.Secrets;
import io.storehouse.launcher.services.ProcessSettings;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.supervision.StateFile;
import io.storehouse.launcher.supervision.Supervisor;
import io.storehouse.launcher.terminal.Console;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An installation that this process starts, supervises and stops. */
public final class House {
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    private final Installation installation;
    private final Console console;
    private final LauncherLock lock;
    private final Supervisor supervisor;
    private final StateFile stateFile;
    private boolean stopped;

    private House(Installation installation, Console console, LauncherLock lock, Supervisor supervisor) {
        this.installation = installation;
        this.console = console;
        this.lock = lock;
        this.supervisor = supervisor;
        this.stateFile = new StateFile(installation.data());
    }

    /** Takes charge of the installation, or nothing when another launcher has it. */
    public static Optional<House> open(Installation installation, Set<String> services, Console console) {
        installation.data().create();
        return LauncherLock.tryTake(installation.data()).map(lock -> takeOver(installation, services, console, lock));
    }

    private static House takeOver(Installation installation, Set<String> services, Console console, LauncherLock lock) {
        try {
            new Orphans(installation.data()).stopErrands(console);
            PortCheck.require(installation, services);
            installation.ports().remember(installation.data());
            ProcessSettings settings =
                    new ProcessSettings(installation.data(), installation.ports(), installation.secrets());
            settings.writeOnDemand();
            Services definitions = new Services(
                    installation.home(), installation.data(), installation.ports(), settings, Clock.systemUTC());
            Supervisor supervisor = new Supervisor(
                    definitions.define(services), installation.data(), new Announcements(console), Clock.systemUTC());
            return new House(installation, console, lock, supervisor);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts everything and waits until it works.
     *
     * @throws Problem when it does not; everything is stopped again
     */
    public void start() {
        long from = System.nanoTime();
        console.heading("Storehouse in " + installation.data().path());
        stateFile.follow(supervisor.board(), console::warn);
        supervisor.start();
        if (!supervisor.awaitReady(READY_WITHIN)) {
            if (supervisor.board().stopping()) {
                return;
            }
            stop();
            throw Problem.failed(
                    "Failed to start everything; it is stopped again", "./storehouse doctor" + installation.options());
        }
        console.heading("Ready in " + Console.seconds(Duration.ofNanos(System.nanoTime() - from)));
    }

    /** Says the owner's password when it was never said. */
    public static void introduceOwner(Installation installation, Console console) {
        Secrets secrets = installation.secrets();
        if (!secrets.has(Secrets.OWNER)) {
            console.line("");
            console.line("  Log in as  owner");
            console.line("  password   " + secrets.get(Secrets.OWNER));
            console.line("  (said this once; kept, for you only, in " + secrets.file(Secrets.OWNER) + ")");
            console.line("");
        }
    }

    /** Stops everything cleanly; later calls do nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        console.heading("Stopping");
        supervisor.stop();
        stateFile.write(supervisor.board().all());
        lock.close();
    }

    /** Kills everything at once. */
    public void kill() {
        supervisor.kill();
    }

    /** Whether it is being stopped. */
    public boolean stopping() {
        return supervisor.board().stopping();
    }

    /** Waits until somebody stops it. */
    public void awaitStop() {
        while (!supervisor.board().stopping()) {
            supervisor.board().awaitChange(Duration.ofHours(1));
        }
    }
}
