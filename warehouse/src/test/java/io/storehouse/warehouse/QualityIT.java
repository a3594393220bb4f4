package io.storehouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.EventType;
import io.storehouse.warehouse.Quality.Breach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityIT {
    @TempDir
    private static Path directory;

    private static TestLake lake;
    private final Models models = Models.load();
    private final List<ArchivedEvent> events = new ArrayList<>(new TestShop(3).events(30));

    @BeforeAll
    static void start() {
        lake = new TestLake(directory);
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @BeforeEach
    void empty() {
        lake.empty();
    }

    @Test
    void namesAnUnknownEventType() {
        events.set(0, events.get(0).withType("coupon_used"));
        lake.archive(events);

        assertThat(breaches())
                .anySatisfy(breach -> {
                    assertThat(breach.check()).isEqualTo("event types are known");
                    assertThat(breach.row()).contains("coupon_used");
                })
                .anySatisfy(
                        breach -> assertThat(breach.check()).isEqualTo("the archive's columns say what its JSON says"));
    }

    @Test
    void knowsAllEventTypesThatAreArchived() {
        String sql = Models.archive().invariants().stream()
                .filter(invariant -> invariant.name().equals("event types are known"))
                .findFirst()
                .orElseThrow()
                .sql();
        for (EventType type : EventType.values()) {
            assertThat(sql.contains("'" + type.code() + "'")).as(type.code()).isEqualTo(type != EventType.PULSE);
        }
    }

    @Test
    void namesAPartitionWithAGap() {
        ArchivedEvent missing = events.stream()
                .filter(event -> event.offset() == 1)
                .filter(event -> events.stream()
                        .anyMatch(later -> later.offset() == 2
                                && later.partition() == event.partition()
                                && later.topic().equals(event.topic())))
                .findFirst()
                .orElseThrow();
        events.remove(missing);
        lake.archive(events);

        assertThat(breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.check()).isEqualTo("offsets are contiguous");
            assertThat(breach.row()).contains(missing.topic());
        });
    }

    @Test
    void namesAnOffsetThatIsArchivedTwiceAndCountsItOnce() {
        lake.archive(events);
        new Build(lake.lake(), models, new QuietListener()).run();
        List<String> lines = lake.rows(trade());
        lake.empty();
        events.add(events.get(0));
        lake.archive(events);

        assertThat(breaches()).extracting(Breach::check).containsOnly("offsets are contiguous");
        assertThat(lake.rows(trade())).isEqualTo(lines);
    }

    @Test
    void namesARowThatWasChangedByHand() {
        lake.archive(events);
        new Build(lake.lake(), models, new QuietListener()).run();
        var rows = lake.lake().read(trade().name());
        new TableWriter(1)
                .replaceAll(
                        lake.lake().find(trade().name()).orElseThrow(),
                        trade(),
                        rows.withColumn(
                                "amount", functions.expr("case when line_no = 1 then amount + 1 else amount end")));

        assertThat(new Quality(lake.lake(), models).breaches())
                .extracting(Breach::check)
                .contains("amount is quantity by price less discount", "adds up to the trade lines");
    }

    private Contract trade() {
        return models.inOrder().stream()
                .filter(model -> model.name().equals("dwd_trade_order_line_di"))
                .findFirst()
                .orElseThrow()
                .contract();
    }

    private List<Breach> breaches() {
        new Build(lake.lake(), models, new QuietListener()).run();
        return new Quality(lake.lake(), models).breaches();
    }
}
