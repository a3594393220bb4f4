package io.storehouse.launcher.running;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.supervision.ServiceProcess;
import io.storehouse.launcher.terminal.Console;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Services whose launcher is gone. */
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataDirectory data;

    /** The orphans of a data directory; ask only while no launcher supervises it. */
    public Orphans(DataDirectory data) {
        this.data = data;
    }

    /** The living ones by their service. */
    public Map<String, RunningProcess> find() {
        Map<String, RunningProcess> found = new LinkedHashMap<>();
        for (String service : Services.ALL) {
            new PidFile(data.path(), service).living().ifPresent(entry -> found.put(service, entry.process()));
        }
        return found;
    }

    /** Stops them cleanly, users before what they use. */
    public void stop(Console console) {
        for (String service : Services.STOP_ORDER) {
            PidFile pidFile = new PidFile(data.path(), service);
            Optional<PidFile.Entry> orphan = pidFile.living();
            if (orphan.isEmpty()) {
                continue;
            }
            long from = System.nanoTime();
            ServiceProcess.adopt(orphan.get().process(), pidFile).stop(PATIENCE);
            console.tick(service, Duration.ofNanos(System.nanoTime() - from), "stopped, had no launcher");
        }
    }
}
