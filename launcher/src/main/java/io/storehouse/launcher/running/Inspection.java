package io.storehouse.launcher.running;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.supervision.State;
import io.storehouse.launcher.supervision.StateFile;
import io.storehouse.launcher.supervision.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs on a data directory, as its supervisor wrote it down and as the living processes confirm it. */
public final class Inspection {
    private static final String LAUNCHER = "launcher";
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private Inspection() {}

    /**
     * One service.
     *
     * @param pid 0 when it has no process
     */
    public record Line(String name, String state, long pid, long residentBytes, String detail) {}

    /** The launcher first, then its services. */
    public static List<Line> of(DataDirectory data) {
        Optional<RunningProcess> launcher = LauncherLock.holder(data);
        return launcher.map(process -> supervised(data, process)).orElseGet(() -> unsupervised(data));
    }

    private static List<Line> supervised(DataDirectory data, RunningProcess launcher) {
        Optional<StateFile.Content> content = new StateFile(data).read();
        boolean silent = content.map(
                        c -> Duration.between(c.at(), Instant.now()).compareTo(SILENCE) > 0)
                .orElse(true);
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                LAUNCHER,
                silent ? State.UNHEALTHY.text() : State.HEALTHY.text(),
                launcher,
                silent ? "says nothing" : "supervises"));
        for (Status status : content.map(StateFile.Content::services).orElse(List.of())) {
            lines.add(verified(status));
        }
        return lines;
    }

    private static Line verified(Status status) {
        RunningProcess process = status.process();
        if (process != null && process.isAlive()) {
            return line(status.name(), status.state().text(), process, status.detail());
        }
        boolean claimsLife = status.state() == State.HEALTHY || status.state() == State.UNHEALTHY;
        return new Line(
                status.name(),
                claimsLife ? State.RESTARTING.text() : status.state().text(),
                0,
                0,
                claimsLife ? "its process is gone" : status.detail());
    }

    private static List<Line> unsupervised(DataDirectory data) {
        Map<String, RunningProcess> orphans = new Orphans(data).find();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(LAUNCHER, State.STOPPED.text(), 0, 0, ""));
        for (String service : Services.KNOWN) {
            RunningProcess orphan = orphans.get(service);
            if (orphan == null && !Services.ALL.contains(service)) {
                continue;
            }
            lines.add(
                    orphan == null
                            ? new Line(service, State.STOPPED.text(), 0, 0, "")
                            : line(service, "orphaned", orphan, "runs without a launcher"));
        }
        return lines;
    }

    private static Line line(String name, String state, RunningProcess process, String detail) {
        return new Line(name, state, process.pid(), process.residentBytes(), detail);
    }
}
