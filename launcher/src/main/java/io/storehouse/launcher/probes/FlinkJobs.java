package io.storehouse.launcher.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.storehouse.launcher.supervision.Health;
import io.storehouse.launcher.supervision.Probe;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks Flink for its jobs: all run, and each has made a checkpoint not long ago. */
public final class FlinkJobs implements Probe {
    private static final Duration OLD = Duration.ofMinutes(3);

    private final String url;
    private final int jobs;
    private final Clock clock;

    /** Flink's REST on that port, which must run that many jobs. */
    public FlinkJobs(int port, int jobs, Clock clock) {
        this.url = "http://127.0.0.1:" + port;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Health check() throws IOException {
        List<String> running = new ArrayList<>();
        Duration oldest = Duration.ZERO;
        for (JsonNode job : Http.get(url + "/jobs/overview").path("jobs")) {
            if (!job.path("state").asText().equals("RUNNING")) {
                continue;
            }
            running.add(job.path("name").asText());
            Duration age = checkpointAge(job);
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
        }
        if (running.size() < jobs) {
            return Health.bad(running.size() + " of " + jobs + " jobs run");
        }
        String words = String.join(", ", running) + "; oldest checkpoint " + oldest.toSeconds() + " s";
        return oldest.compareTo(OLD) > 0 ? Health.bad(words) : Health.good(words);
    }

    /** The age of the newest checkpoint, or of the job when it has none yet. */
    private Duration checkpointAge(JsonNode job) throws IOException {
        JsonNode checkpoints = Http.get(url + "/jobs/" + job.path("jid").asText() + "/checkpoints")
                .path("latest");
        long started = job.path("start-time").asLong();
        long completed =
                checkpoints.path("completed").path("latest_ack_timestamp").asLong();
        long restored = checkpoints.path("restored").path("restore_timestamp").asLong();
        Instant newest = Instant.ofEpochMilli(Math.max(started, Math.max(completed, restored)));
        return Duration.between(newest, clock.instant());
    }
}
