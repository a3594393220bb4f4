package io.storehouse.launcher.supervision;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.process.RunningProcess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps one service running, in a thread of its own, until the board says stop. */
final class ServiceWatch implements Runnable {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration WHEN_DOUBTFUL = Duration.ofMillis(300);
    private static final Duration WHEN_GOOD = Duration.ofSeconds(2);
    /** How long an orphan may take to show that it works before it is replaced. */
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(8);

    private final Service service;
    private final DataDirectory data;
    private final Board board;
    private final Announcer announcer;
    private final Clock clock;
    private final TimedProbe probe;
    private final RestartPolicy restarts = new RestartPolicy();
    private @Nullable ServiceProcess current;

    ServiceWatch(Service service, DataDirectory data, Board board, Announcer announcer, Clock clock) {
        this.service = service;
        this.data = data;
        this.board = board;
        this.announcer = announcer;
        this.clock = clock;
        this.probe = new TimedProbe(service.probe(), PROBE_TIMEOUT);
    }

    Service service() {
        return service;
    }

    @Override
    public void run() {
        boolean mayAdopt = true;
        while (awaitNeeds()) {
            try {
                Instant started = clock.instant();
                ServiceProcess process = obtain(mayAdopt);
                if (process == null) {
                    return;
                }
                board.update(service.name(), status -> status.with(process.process()));
                watch(process, started);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                announcer.lost(service.name(), "cannot start: " + e.getMessage(), data.log(service.name()));
            }
            if (board.stopping() || !mayRestart()) {
                return;
            }
            mayAdopt = false;
        }
    }

    /** Ends the process; call when the board says stop: from then on none is started. */
    void stop() {
        ServiceProcess process = current();
        if (process == null || !process.isAlive()) {
            board.state(service.name(), State.STOPPED, "");
            return;
        }
        Instant from = clock.instant();
        board.state(service.name(), State.STOPPING, "");
        process.stop(service.patience().stop());
        board.update(service.name(), status -> status.with(null));
        board.state(service.name(), State.STOPPED, "");
        announcer.stopped(service.name(), Duration.between(from, clock.instant()));
    }

    /** Ends the process at once, from any thread. */
    void kill() {
        ServiceProcess process = current();
        if (process != null) {
            process.kill();
        }
    }

    private boolean awaitNeeds() {
        while (!board.stopping()) {
            if (board.await(b -> b.ready(service.after()), Duration.ofHours(1))) {
                return true;
            }
        }
        return false;
    }

    private synchronized @Nullable ServiceProcess current() {
        return current;
    }

    /** Adopts or starts the process, unless everything stops. */
    private @Nullable ServiceProcess obtain(boolean mayAdopt) throws IOException, InterruptedException {
        Command command = service.recipe().prepare();
        PidFile pidFile = new PidFile(data.path(), service.name());
        Optional<PidFile.Entry> orphan = pidFile.living();
        if (mayAdopt && orphan.isPresent() && orphan.get().recipe().equals(command.recipe())) {
            return begin(() -> ServiceProcess.adopt(orphan.get().process(), pidFile));
        }
        orphan.ifPresent(entry -> ServiceProcess.adopt(entry.process(), pidFile)
                .stop(service.patience().stop()));
        // a launcher may have been killed between starting a process and writing its pid file
        RunningProcess.withArguments(command.markers())
                .forEach(process -> ServiceProcess.adopt(process, pidFile)
                        .stop(service.patience().stop()));
        return begin(() -> ServiceProcess.start(data, service.name(), command));
    }

    /** How a process comes under this watch. */
    @FunctionalInterface
    private interface Beginning {
        ServiceProcess begin() throws IOException;
    }

    /** A stop that comes meanwhile waits and finds the process; one that came before lets none begin. */
    private synchronized @Nullable ServiceProcess begin(Beginning beginning) throws IOException {
        if (board.stopping()) {
            return null;
        }
        ServiceProcess process = beginning.begin();
        current = process;
        return process;
    }

    private void watch(ServiceProcess process, Instant started) throws IOException {
        Duration startPatience =
                process.adopted() ? ORPHAN_PATIENCE : service.patience().start();
        Vigil vigil = new Vigil(startPatience, service.patience().recovery(), started);
        boolean introduced = false;
        board.state(service.name(), State.STARTING, process.adopted() ? "adopted" : "");
        while (!board.stopping()) {
            if (!process.isAlive()) {
                announcer.lost(service.name(), process.end(), data.log(service.name()));
                break;
            }
            Health health = introduced ? probe.check() : introduce();
            boolean blameless = health.advancing() || !board.ready(service.after());
            State state = vigil.judge(health.good(), blameless, clock.instant());
            if (state == State.HEALTHY && !introduced) {
                introduced = true;
                restarts.worked();
                announcer.ready(service.name(), Duration.between(started, clock.instant()), process.adopted());
            }
            board.state(service.name(), state, health.detail());
            if (vigil.hopeless(clock.instant())) {
                announcer.lost(service.name(), "does not work: " + health.detail(), data.log(service.name()));
                process.kill();
                break;
            }
            board.pause(vigil.doubtful() ? WHEN_DOUBTFUL : WHEN_GOOD);
        }
        if (!board.stopping()) {
            process.forget();
            board.update(service.name(), status -> status.with(null));
        }
    }

    /** The first good probe counts only when what must be done once is done. */
    private Health introduce() {
        Health health = probe.check();
        if (!health.good()) {
            return health;
        }
        try {
            service.onceUp().run();
            return health;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.bad("interrupted");
        } catch (Exception e) {
            return Health.bad(String.valueOf(e.getMessage()));
        }
    }

    private boolean mayRestart() {
        Optional<Duration> backOff = restarts.afterDeath(clock.instant());
        if (backOff.isEmpty()) {
            board.state(service.name(), State.FAILED, "given up after too many restarts");
            announcer.givenUp(service.name());
            return false;
        }
        board.state(service.name(), State.RESTARTING, "in " + backOff.get().toMillis() + " ms");
        announcer.restarting(service.name(), backOff.get());
        board.pause(backOff.get());
        return true;
    }
}
