package io.storehouse.tills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Distributions of delays. */
final class Latencies {
    private Latencies() {}

    /** What was measured: the answers, and with events also how long an order took to be seen. */
    static List<Named> of(List<LoadRun.Sample> samples, @Nullable LiveOrders live) {
        List<Named> figures = new ArrayList<>();
        figures.add(named(
                "dueToAnswer",
                samples.stream()
                        .map(sample -> Duration.between(sample.due(), sample.answered()))
                        .toList(),
                0));
        if (live != null) {
            List<LoadRun.Sample> recorded =
                    samples.stream().filter(LoadRun.Sample::ok).toList();
            figures.addAll(seen(recorded, live.await(recorded.size())));
        }
        return figures;
    }

    /**
     * The kth order to be recorded is seen in the first event that counts k orders more than the first event did. Without
     * their ids, for an event shows the newest orders only.
     */
    static List<Named> seen(List<LoadRun.Sample> recorded, List<LiveOrders.Seen> events) {
        List<Instant> commits = recorded.stream()
                .map(sample -> Objects.requireNonNull(sample.recordedAt()))
                .sorted()
                .toList();
        List<Instant> dues = recorded.stream().map(LoadRun.Sample::due).sorted().toList();
        long first = events.get(0).orders();
        List<Duration> fromCommit = new ArrayList<>();
        List<Duration> fromDue = new ArrayList<>();
        int event = 0;
        for (int k = 0; k < commits.size(); k++) {
            while (event < events.size() && events.get(event).orders() - first < k + 1) {
                event++;
            }
            if (event == events.size()) {
                break;
            }
            Instant at = events.get(event).at();
            fromCommit.add(Duration.between(commits.get(k), at));
            fromDue.add(Duration.between(dues.get(k), at));
        }
        int missing = commits.size() - fromCommit.size();
        return List.of(named("commitToEvent", fromCommit, missing), named("dueToEvent", fromDue, missing));
    }

    private static Named named(String name, List<Duration> durations, int missing) {
        long[] micros = durations.stream()
                .mapToLong(duration -> duration.toNanos() / 1000)
                .sorted()
                .toArray();
        return new Named(name, micros, missing);
    }

    /**
     * A distribution.
     *
     * @param micros in order
     * @param missing of how many the end was never seen
     */
    record Named(String name, long[] micros, int missing) {
        /** In milliseconds; the smallest value that the share does not exceed. */
        double percentile(double share) {
            if (micros.length == 0) {
                return Double.NaN;
            }
            int rank = (int) Math.ceil(share * micros.length);
            return micros[Math.max(0, rank - 1)] / 1000.0;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%-14s p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms, of %d, %d never seen",
                    name,
                    percentile(0.5),
                    percentile(0.9),
                    percentile(0.99),
                    percentile(1),
                    micros.length,
                    missing);
        }

        ObjectNode json() {
            ObjectNode json = ShopClient.JSON.createObjectNode();
            json.put("count", micros.length).put("missing", missing);
            json.put("p50", percentile(0.5)).put("p90", percentile(0.9));
            json.put("p99", percentile(0.99)).put("max", percentile(1));
            return json;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named
                    && name.equals(named.name)
                    && missing == named.missing
                    && Arrays.equals(micros, named.micros);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, Arrays.hashCode(micros), missing);
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
