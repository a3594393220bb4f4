package io.storehouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.contracts.LakeNames;
import io.storehouse.warehouse.TestShop.Item;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementIT {
    private static final String UK = "United Kingdom";
    private static final LocalDate MARCH = LocalDate.of(2011, 3, 30);
    private static final LocalDate APRIL = LocalDate.of(2011, 4, 2);

    @TempDir
    private static Path directory;

    private static TestLake lake;
    private final Models models = Models.load();
    private final TestShop shop = new TestShop(7);

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

    /** Dies after some table commits, as a killed process would. */
    private static final class Killed extends QuietListener {
        private int stepsLeft;

        Killed(int stepsLeft) {
            this.stepsLeft = stepsLeft;
        }

        @Override
        public void finished(String step, long rows, String detail, Duration took) {
            if (stepsLeft == 0) {
                throw new IllegalStateException("killed");
            }
            stepsLeft--;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void anySplitWithDuplicatesAndKilledRunsGivesWhatOneBuildGives(long seed) throws SQLException {
        Random random = new Random(seed);
        List<ArchivedEvent> archived = withRedeliveries(new TestShop(seed).events(160), random);
        for (List<ArchivedEvent> batch : batches(archived, random)) {
            lake.archive(batch);
            switch (random.nextInt(3)) {
                case 0 -> run();
                case 1 -> killAfter(random.nextInt(models.inOrder().size() + 1));
                default -> assertThat(batch).isNotNull();
            }
        }
        run();

        Map<String, List<String>> incremental = allRows();
        new Build(lake.lake(), models, new QuietListener()).backfill();
        assertThat(allRows()).isEqualTo(incremental);
        try (SecondOpinion duckDb = new SecondOpinion()) {
            duckDb.build(models, archived);
            for (Model model : models.inOrder()) {
                assertThat(incremental.get(model.name())).as(model.name()).isEqualTo(duckDb.rows(model.contract()));
            }
        }
        assertThat(new Quality(lake.lake(), models).breaches()).isEmpty();
    }

    @Test
    void killedBetweenAnyTwoCommitsTheNextRunCompletes() {
        lake.archive(shop.events(40));
        run();
        lake.archive(shop.events(40));
        killAfter(0);
        for (int gap = 1; gap < models.inOrder().size(); gap++) {
            killAfter(1);
        }
        run();

        Map<String, List<String>> completed = allRows();
        new Build(lake.lake(), models, new QuietListener()).backfill();
        assertThat(allRows()).isEqualTo(completed);
    }

    @Test
    void writesNothingWhenNothingIsNew() {
        lake.archive(shop.events(40));
        run();
        Map<String, Long> before = snapshots();

        QuietListener second = run();
        assertThat(snapshots()).isEqualTo(before);
        assertThat(second.notes).singleElement().asString().startsWith("Nothing new");
    }

    @Test
    void everySnapshotSaysWhichArchiveSnapshotItsRowsAreComputedFrom() {
        lake.archive(shop.events(40));
        run();

        long archive = table(LakeNames.ODS_EVENT).currentSnapshot().snapshotId();
        for (Model model : models.inOrder()) {
            Snapshot snapshot = table(model.name()).currentSnapshot();
            assertThat(snapshot.summary())
                    .as(model.name())
                    .containsEntry(LakeNames.CONSUMED_SNAPSHOT, Long.toString(archive));
            assertThat(table(model.name()).snapshots()).as(model.name()).hasSize(1);
        }
        assertThat(table("dws_trade_store_1d").currentSnapshot().summary()).containsKey("added-records");
    }

    @Test
    void aCompactedArchiveIsNotNewAndHidesNothing() {
        lake.archive(shop.events(20));
        lake.archive(shop.events(20));
        run();
        Map<String, Long> before = snapshots();
        compact();
        run();
        assertThat(snapshots()).isEqualTo(before);

        lake.archive(shop.events(20));
        compact();
        lake.archive(shop.events(20));
        QuietListener increment = run();
        Map<String, List<String>> rows = allRows();
        new Build(lake.lake(), models, new QuietListener()).backfill();
        assertThat(allRows()).isEqualTo(rows);
        assertThat(increment.notes).isEmpty();
        assertThat(new Quality(lake.lake(), models).breaches()).isEmpty();
    }

    @Test
    void aLateReturnChangesOnlyItsOwnDate() {
        lake.archive(List.of(
                shop.sale(UK, MARCH, "17850", List.of(new Item("22423", "CAKESTAND", "3", "2.55", "0.15"))),
                shop.sale(UK, APRIL, "17850", List.of(new Item("22423", "CAKESTAND", "1", "2.55", "0")))));
        run();
        lake.archive(
                List.of(shop.takeBack(UK, MARCH, "17850", List.of(new Item("22423", "CAKESTAND", "2", "2.50", "0")))));
        run();

        assertThat(rows("dws_trade_store_1d"))
                .containsExactly(
                        "2011-03-30 | United Kingdom | 1 | 1 | 1 | 1 | 0 | 3.000 | 2.000 | 7.6500 | 0.1500 | 5.0000 | 2.5000",
                        "2011-04-02 | United Kingdom | 1 | 0 | 1 | 0 | 0 | 1.000 | 0.000 | 2.5500 | 0.0000 | 0.0000 | 2.5500");
        assertThat(rows("ads_customer_rank"))
                .anySatisfy(row -> assertThat(row).startsWith("all | 1 | 17850 | 2 | 1 | 2 | 1"));
    }

    @Test
    void aGiftCardIsNoSaleInAnyTable() {
        Item cakestand = new Item("22423", "CAKESTAND", "3", "2.55", "0.15");
        Item card = new Item(TestShop.CARD, "GIFT CARD", "1", "25", "0");
        lake.archive(List.of(
                shop.sale(UK, MARCH, "17850", List.of(card, cakestand, card)),
                shop.sale(UK, APRIL, "17851", List.of(card)),
                shop.takeBack(UK, APRIL, "17851", List.of(card))));
        run();

        assertThat(rows("dwd_trade_order_line_di")).singleElement().asString().contains(" | 2 | 22423 | CAKESTAND | ");
        assertThat(rows("dws_trade_store_1d"))
                .containsExactly(
                        "2011-03-30 | United Kingdom | 1 | 0 | 1 | 0 | 0 | 3.000 | 0.000 | 7.6500 | 0.1500 | 0.0000 | 7.5000");
        assertThat(allRows().toString()).contains("17850").doesNotContain("17851", TestShop.CARD);
        assertThat(new Quality(lake.lake(), models).breaches()).isEmpty();

        lake.archive(List.of(shop.takeBack(UK, MARCH, "17850", List.of(card, cakestand))));
        run();

        assertThat(rows("dws_trade_store_1d"))
                .containsExactly(
                        "2011-03-30 | United Kingdom | 1 | 1 | 1 | 1 | 0 | 3.000 | 3.000 | 7.6500 | 0.1500 | 7.6500 | -0.1500");
        Map<String, List<String>> rows = allRows();
        new Build(lake.lake(), models, new QuietListener()).backfill();
        assertThat(allRows()).isEqualTo(rows);
    }

    @Test
    void anArchiveOfGiftCardsAloneBuildsEmptyTables() {
        lake.archive(List.of(shop.sale(UK, MARCH, "17850", List.of(new Item(TestShop.CARD, "CARD", "1", "25", "0")))));

        run();

        assertThat(allRows().values()).allMatch(List::isEmpty);
    }

    @Test
    void aProductTakesTheNameThatMostLinesUseAndTiesGoByText() {
        lake.archive(List.of(
                shop.listProduct("22423", "LISTED", "12.7500"),
                shop.listProduct("99999", "NEVER SOLD", "1.0000"),
                shop.sale(UK, MARCH, null, List.of(new Item("22423", "REGENCY", "1", "1", "0"))),
                shop.sale(UK, MARCH, null, List.of(new Item("22423", "", "1", "1", "0")))));
        run();
        assertThat(rows("dim_sku")).containsExactly("22423 | REGENCY | 1 | true", "99999 | NEVER SOLD | 0 | true");

        lake.archive(List.of(shop.sale(UK, APRIL, null, List.of(new Item("22423", "CAKESTAND", "1", "1", "0")))));
        run();
        assertThat(rows("dim_sku")).contains("22423 | CAKESTAND | 1 | true");

        lake.archive(List.of(shop.sale(UK, APRIL, null, List.of(new Item("22423", "REGENCY", "1", "1", "0")))));
        run();
        assertThat(rows("dim_sku")).contains("22423 | REGENCY | 2 | true");
    }

    @Test
    void aRedeliveryInALaterIncrementCountsOnce() {
        ArchivedEvent sale = shop.sale(UK, MARCH, null, List.of(new Item("22423", "REGENCY", "1", "1", "0")));
        ArchivedEvent closed = shop.openStore(UK, "old name");
        ArchivedEvent renamed = shop.openStore(UK, "new name");
        lake.archive(List.of(sale, closed, renamed));
        run();
        Map<String, List<String>> once = allRows();

        lake.archive(List.of(shop.redeliver(sale), shop.redeliver(closed)));
        run();
        assertThat(allRows()).isEqualTo(once);
    }

    @Test
    void refusesToOverwriteATableThatSomebodyElseChanged() {
        lake.archive(shop.events(20));
        run();
        Contract contract = models.inOrder().get(0).contract();
        Table asRead = table(contract.name());
        var rows = lake.lake().read(contract.name());
        new TableWriter(1).replaceAll(table(contract.name()), contract, rows);

        assertThatThrownBy(() -> new TableWriter(1).replaceAll(asRead, contract, rows))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("somebody else changed it since it was read");
    }

    @Test
    void oneRunAtATime() {
        try (RunLock first = RunLock.take(lake.settings())) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> RunLock.take(lake.settings()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("another run is building it");
        }
        RunLock.take(lake.settings()).close();
    }

    private QuietListener run() {
        QuietListener listener = new QuietListener();
        new Build(lake.lake(), models, listener).run();
        return listener;
    }

    private void killAfter(int steps) {
        Build build = new Build(lake.lake(), models, new Killed(steps));
        assertThatThrownBy(build::run).hasMessage("killed");
    }

    private void compact() {
        new ArchiveCompaction(lake.lake(), new QuietListener(), 2).compactIfWorthwhile();
        assertThat(table(LakeNames.ODS_EVENT).currentSnapshot().operation()).isEqualTo("replace");
    }

    private List<String> rows(String table) {
        return lake.rows(models.inOrder().stream()
                .filter(model -> model.name().equals(table))
                .findFirst()
                .orElseThrow()
                .contract());
    }

    private Map<String, List<String>> allRows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        models.inOrder().forEach(model -> rows.put(model.name(), lake.rows(model.contract())));
        return rows;
    }

    private Map<String, Long> snapshots() {
        Map<String, Long> snapshots = new LinkedHashMap<>();
        models.inOrder()
                .forEach(model -> snapshots.put(
                        model.name(), table(model.name()).currentSnapshot().snapshotId()));
        return snapshots;
    }

    private static Table table(String name) {
        return lake.lake().find(name).orElseThrow();
    }

    private static List<ArchivedEvent> withRedeliveries(List<ArchivedEvent> events, Random random) {
        List<ArchivedEvent> archived = new ArrayList<>();
        Map<String, Long> next = new LinkedHashMap<>();
        for (ArchivedEvent event : events) {
            archived.add(delivered(event, next));
            if (random.nextInt(4) == 0) {
                archived.add(delivered(archived.get(random.nextInt(archived.size())), next));
            }
        }
        return archived;
    }

    private static ArchivedEvent delivered(ArchivedEvent event, Map<String, Long> nextOffsets) {
        return event.deliveredAt(nextOffsets.merge(event.topic() + event.partition(), 1L, Long::sum) - 1);
    }

    private static List<List<ArchivedEvent>> batches(List<ArchivedEvent> events, Random random) {
        List<List<ArchivedEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(80));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }
}
