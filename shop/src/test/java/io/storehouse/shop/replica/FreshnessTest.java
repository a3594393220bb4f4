package io.storehouse.shop.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private final Freshness freshness = new Freshness();

    @Test
    void saysNothingBeforeBothHaveAnswered() {
        freshness.replicaWas(at(5), 10);
        assertThat(freshness.age(20)).isEmpty();
        freshness.primaryWas(at(7), 30);
        assertThat(freshness.age(40)).isEmpty();
        freshness.replicaWas(at(7), 50);
        assertThat(freshness.age(60)).contains(Duration.ofNanos(30));
    }

    @Test
    void countsFromTheLastMomentWhoseStateTheReplicaHas() {
        freshness.replicaWas(at(5), 1);
        freshness.primaryWas(at(5), 10);
        freshness.primaryWas(at(6), 20);
        freshness.primaryWas(at(8), 30);
        freshness.replicaWas(at(7), 40);
        assertThat(freshness.age(100)).contains(Duration.ofNanos(80));
        freshness.replicaWas(at(8), 50);
        assertThat(freshness.age(100)).contains(Duration.ofNanos(70));
    }

    @Test
    void doesNotAgeWhileThePrimaryIsIdle() {
        freshness.replicaWas(at(5), 1);
        freshness.primaryWas(at(5), 1_000);
        assertThat(freshness.age(1_001)).contains(Duration.ofNanos(1));
    }

    @Test
    void agesWhileTheReplicaStandsStillHoweverOftenThePrimaryAnswers() {
        freshness.replicaWas(at(5), 1);
        freshness.primaryWas(at(5), 10);
        for (int i = 0; i < 10_000; i++) {
            freshness.primaryWas(at(6 + i), 20 + i);
            freshness.replicaWas(at(5), 20 + i);
        }
        assertThat(freshness.age(20_000)).contains(Duration.ofNanos(19_990));
    }

    @Test
    void trustsNoReplicaThatIsAheadOfItsSource() {
        freshness.replicaWas(at(9), 10);
        freshness.primaryWas(at(7), 20);
        freshness.primaryWas(at(12), 30);
        freshness.replicaWas(at(12), 40);
        assertThat(freshness.age(50)).isEmpty();
        assertThat(freshness.has(at(3))).isFalse();
    }

    @Test
    void trustsAReplicaThatWasAskedAfterThePrimary() {
        freshness.primaryWas(at(7), 10);
        freshness.replicaWas(at(9), 20);
        assertThat(freshness.age(30)).contains(Duration.ofNanos(20));
    }

    @Test
    void beginsAnewWithANewCopy() {
        freshness.replicaWas(at(9), 10);
        freshness.primaryWas(at(7), 20);
        freshness.replicaWas(Gtids.NONE, 30);
        assertThat(freshness.has(at(1))).isFalse();
        freshness.replicaWas(at(7), 40);
        freshness.primaryWas(at(7), 50);
        assertThat(freshness.age(60)).contains(Duration.ofNanos(10));
    }

    private static Gtids at(long sequence) {
        return Gtids.parse("0-1-" + sequence).orElseThrow();
    }
}
