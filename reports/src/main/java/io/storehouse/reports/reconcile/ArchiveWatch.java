package io.storehouse.reports.reconcile;

import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Topic;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import io.storehouse.reports.lake.PinnedTable;
import io.storehouse.reports.lake.Sql;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches the archive grow, reading each of its files once. */
final class ArchiveWatch {
    private static final Duration TROUBLE_MAY_LAST = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Lake lake;
    private final Duck duck;
    private final Flink flink;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> marks = new HashMap<>();
    private final long[] newest = new long[Topic.PARTITIONS];
    private @Nullable Long troubledSince;
    private String version = "";
    private PinnedTable table = none();

    ArchiveWatch(Lake lake, Duck duck, Flink flink) {
        this.lake = lake;
        this.duck = duck;
        this.flink = flink;
        java.util.Arrays.fill(newest, -1);
    }

    /**
     * Waits until every mark is archived, and with it all that was committed before.
     *
     * @throws Problem naming the engine that seems to be at fault when the time is over
     */
    void awaitMarks(TillCut cut, Patience patience) {
        look(cut.markId(), patience);
        while (marks.size() < cut.marks()) {
            String state = "Waiting for the archive: " + marks.size() + " of " + cut.marks() + " marks";
            giveUp(state, patience);
            patience.pause(state);
            look(cut.markId(), patience);
        }
    }

    /** Waits until the archive of the orders covers offsets. */
    void awaitOffsets(long[] offsets, String markId, Patience patience) {
        while (!covers(offsets)) {
            String state = "Waiting for the archive to cover the live figures";
            giveUp(state, patience);
            patience.pause(state);
            look(markId, patience);
        }
    }

    boolean covers(long[] offsets) {
        for (int partition = 0; partition < offsets.length; partition++) {
            if (newest[partition] < offsets[partition]) {
                return false;
            }
        }
        return true;
    }

    /** The archive as seen last. */
    PinnedTable table() {
        return table;
    }

    /** The offset of the mark in a partition of the orders. */
    long mark(int partition) {
        return marks.getOrDefault(Topic.ORDERS.topicName() + "/" + partition, -1L);
    }

    private void giveUp(String state, Patience patience) {
        boolean over = patience.isOver();
        if (!over && patience.standing().compareTo(GRACE) < 0) {
            return;
        }
        String trouble = flink.trouble().orElse("");
        if (!over && !lasts(!trouble.isEmpty())) {
            return;
        }
        throw Problem.external(
                state + ": gave up after " + patience.elapsed().toSeconds() + " s; "
                        + (trouble.isEmpty()
                                ? "Flink runs, so look at Connect and Kafka: ./storehouse status"
                                : trouble + "; see ./storehouse status"),
                null);
    }

    /** Whether there has been trouble at every look of a while: one slow answer or a restarting job is none. */
    private boolean lasts(boolean troubled) {
        long now = System.nanoTime();
        if (!troubled) {
            troubledSince = null;
        } else if (troubledSince == null) {
            troubledSince = now;
        }
        return troubledSince != null && now - troubledSince >= TROUBLE_MAY_LAST.toNanos();
    }

    private void look(String markId, Patience patience) {
        lake.refresh();
        String now = lake.version(LakeNames.ODS_EVENT).orElse("");
        if (now.isEmpty() || now.equals(version)) {
            return;
        }
        version = now;
        troubledSince = null;
        patience.progressed();
        table = lake.pin(LakeNames.ODS_EVENT);
        List<PinnedTable.DataFile> fresh =
                table.files().stream().filter(file -> seen.add(file.path())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        duck.add("fresh", table.withFiles(fresh));
        duck.read(
                "select kafka_partition as p, max(kafka_offset) as o from fresh where topic = "
                        + Sql.text(Topic.ORDERS.topicName()) + " group by all",
                row -> newest[row.getInt("p")] = Math.max(newest[row.getInt("p")], row.getLong("o")));
        duck.read("""
                select topic || '/' || kafka_partition as place, min(kafka_offset) as o
                from fresh
                where event_type = 'mark' and json_valid(value)
                    and json_extract_string(value, '$.payload.mark_id') = %s
                group by all
                """.formatted(Sql.text(markId)), row -> marks.put(row.getString("place"), row.getLong("o")));
    }

    private static PinnedTable none() {
        return new PinnedTable(LakeNames.ODS_EVENT, null, null, Map.of(), new org.apache.iceberg.Schema(), List.of());
    }
}
