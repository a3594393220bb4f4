package io.storehouse.reports.reconcile;

import io.storehouse.contracts.Topic;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import io.storehouse.reports.lake.PinnedTable;
import io.storehouse.reports.reconcile.StreamEquation.Behind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the three equations. The live figures are read before the marks are sent, so that the marks cover them; figures
 * that appear later wait until the lake covers their own cuts.
 */
final class Reconciliation {
    private static final Duration STREAM_MAY_TAKE = Duration.ofSeconds(30);

    private final Shop shop;
    private final Lake lake;
    private final Duck duck;
    private final Flink flink;
    private final Patience patience;
    private final ArchiveWatch archive;
    private final Map<StoreDay, LiveFigure> figures = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    Reconciliation(Shop shop, Lake lake, Duck duck, Flink flink, Patience patience) {
        this.shop = shop;
        this.lake = lake;
        this.duck = duck;
        this.flink = flink;
        this.patience = patience;
        this.archive = new ArchiveWatch(lake, duck, flink);
    }

    Verdict run() {
        shop.figures().forEach(figure -> figures.put(figure.day(), figure));
        TillCut cut = shop.cut();
        archive.awaitMarks(cut, patience);
        Duration archivedAfter = patience.elapsed();
        refuseCutsBeyondTheMarks();
        Collection<LiveFigure> now = admitLateFigures(cut);

        PinnedTable newest = archive.table();
        long snapshot = Books.id(newest);
        WarehouseEquation warehouse = WarehouseEquation.pin(lake);
        List<PinnedTable> archives = new ArrayList<>(List.of(newest));
        archives.addAll(warehouse.archives());
        Books books = Books.load(duck, archives);

        differences.addAll(TillEquation.differences(books, snapshot, cut));
        warehouse.archives().stream()
                .map(Books::id)
                .distinct()
                .filter(consumed -> consumed != snapshot)
                .forEach(consumed -> differences.addAll(books.rewritten(consumed, snapshot)));
        StreamEquation stream = new StreamEquation(books, snapshot);
        awaitStream(stream, now);
        differences.addAll(stream.differences(figures.values()));
        differences.addAll(warehouse.differences(duck));
        return new Verdict(
                differences,
                cut.days().size(),
                figures.size(),
                warehouse.tables(),
                cut.position(),
                archivedAfter,
                Clock.systemUTC().instant());
    }

    /** A figure read before the marks cannot have folded anything after them. */
    private void refuseCutsBeyondTheMarks() {
        figures.values().removeIf(figure -> {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                if (figure.cut().offset(partition) > archive.mark(partition)) {
                    differences.add(StreamEquation.beyond(figure, partition, archive.mark(partition)));
                    return true;
                }
            }
            return false;
        });
    }

    /** Takes in the figures of keys that had none at first, and waits for the lake to cover them. */
    private Collection<LiveFigure> admitLateFigures(TillCut cut) {
        Map<StoreDay, LiveFigure> now = new LinkedHashMap<>();
        shop.figures().forEach(figure -> now.put(figure.day(), figure));
        long[] reach = new long[Topic.PARTITIONS];
        java.util.Arrays.fill(reach, -1);
        now.forEach((day, figure) -> {
            if (figures.putIfAbsent(day, figure) == null && !refused(day)) {
                for (int partition = 0; partition < reach.length; partition++) {
                    reach[partition] = Math.max(reach[partition], figure.cut().offset(partition));
                }
            }
        });
        figures.keySet().removeIf(this::refused);
        archive.awaitOffsets(reach, cut.markId(), patience);
        return now.values();
    }

    private boolean refused(StoreDay day) {
        return differences.stream()
                .anyMatch(difference -> day.store().equals(difference.store())
                        && day.businessDate().equals(difference.businessDate()));
    }

    /** Gives the stream time to fold all rows before the marks; what it has left behind by then is a difference. */
    private void awaitStream(StreamEquation stream, Collection<LiveFigure> first) {
        long[] marks = new long[Topic.PARTITIONS];
        java.util.Arrays.setAll(marks, archive::mark);
        Patience wait = patience.atMost(STREAM_MAY_TAKE);
        List<Behind> behind = stream.behind(first, marks);
        while (!behind.isEmpty() && !wait.isOver()) {
            wait.pause("Waiting for the live view: " + days(behind) + " store-days behind");
            behind = stream.behind(shop.figures(), marks);
        }
        behind.stream().filter(Behind::passed).map(StreamEquation::lost).forEach(differences::add);
        if (behind.isEmpty() || !differences.isEmpty()) {
            return;
        }
        throw Problem.external(
                "The live view is behind on " + days(behind) + " store-days after "
                        + wait.elapsed().toSeconds() + " s: "
                        + flink.trouble().orElse("Flink runs, so look at its job and at Redis")
                        + "; see ./storehouse status",
                null);
    }

    private static long days(List<Behind> behind) {
        return behind.stream().map(Behind::day).distinct().count();
    }
}
