package io.storehouse.tills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void findsTheFirstEventThatCountsAnOrder() {
        List<LoadRun.Sample> recorded = List.of(sample(0, 10), sample(20, 40), sample(40, 60));
        List<LiveOrders.Seen> events = List.of(seen(-50, 7), seen(30, 8), seen(140, 9));
        Latencies.Named commitToEvent = Latencies.seen(recorded, events).get(0);
        assertThat(commitToEvent.micros()).containsExactly(20_000, 100_000);
        assertThat(commitToEvent.missing()).isEqualTo(1);
        assertThat(Latencies.seen(recorded, events).get(1).micros()).containsExactly(30_000, 120_000);
    }

    @Test
    void takesPercentilesFromTheValuesThemselves() {
        long[] micros = new long[100];
        for (int i = 0; i < 100; i++) {
            micros[i] = (i + 1) * 1000L;
        }
        Latencies.Named named = new Latencies.Named("n", micros, 0);
        assertThat(named.percentile(0.5)).isEqualTo(50);
        assertThat(named.percentile(0.99)).isEqualTo(99);
        assertThat(named.percentile(1)).isEqualTo(100);
    }

    private static LoadRun.Sample sample(long due, long recorded) {
        return new LoadRun.Sample(START.plusMillis(due), START.plusMillis(recorded + 5), START.plusMillis(recorded));
    }

    private static LiveOrders.Seen seen(long at, long orders) {
        return new LiveOrders.Seen(START.plusMillis(at), orders);
    }
}
