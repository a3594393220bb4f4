package io.storehouse.launcher.running;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.JavaProgram;
import io.storehouse.launcher.home.Room;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.supervision.ServiceProcess;
import io.storehouse.launcher.terminal.Console;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services and errands whose launcher is gone. */
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ERRAND_PATIENCE = Duration.ofSeconds(5);

    private final DataDirectory data;

    /** The orphans of a data directory; ask only while no launcher supervises it. */
    public Orphans(DataDirectory data) {
        this.data = data;
    }

    /** The living ones by their service. */
    public Map<String, RunningProcess> find() {
        Map<String, RunningProcess> found = new LinkedHashMap<>();
        for (String service : Services.KNOWN) {
            new PidFile(data.path(), service).find().ifPresent(process -> found.put(service, process));
        }
        return found;
    }

    /** The living errands whose launcher was killed; those of a living one are its own. */
    public List<RunningProcess> errands() {
        return RunningProcess.withArguments(List.of(JavaProgram.dataMarker(data))).stream()
                .filter(process -> errand(process).isPresent())
                .filter(process -> process.parent()
                        .filter(parent -> parent.arguments().contains(Room.LAUNCHER.mainClass()))
                        .isEmpty())
                .toList();
    }

    /** Stops the errands, and tells whether there were any. */
    public boolean stopErrands(Console console) {
        List<RunningProcess> errands = errands();
        for (RunningProcess process : errands) {
            String name = errand(process).orElse("errand");
            stop(name, process, new PidFile(data.path(), name), ERRAND_PATIENCE, console);
        }
        return !errands.isEmpty();
    }

    private static Optional<String> errand(RunningProcess process) {
        return process.arguments().stream().flatMap(JavaProgram::errandOf).findFirst();
    }

    /** Stops the services cleanly, users before what they use. */
    public void stop(Console console) {
        for (String service : Services.STOP_ORDER) {
            PidFile pidFile = new PidFile(data.path(), service);
            pidFile.find().ifPresent(process -> stop(service, process, pidFile, PATIENCE, console));
        }
    }

    private static void stop(String name, RunningProcess process, PidFile pidFile, Duration patience, Console console) {
        long from = System.nanoTime();
        ServiceProcess.adopt(process, pidFile).stop(patience);
        console.tick(name, Duration.ofNanos(System.nanoTime() - from), "stopped, had no launcher");
    }
}
