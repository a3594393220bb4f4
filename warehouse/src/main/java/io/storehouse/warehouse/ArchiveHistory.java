package io.storehouse.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** The snapshots of {@code ods_event}: which one a build consumes, and where an increment begins. */
final class ArchiveHistory {
    private final List<Snapshot> newestFirst = new ArrayList<>();

    /**
     * Reads the ancestors of the current snapshot.
     *
     * @param archive with at least one snapshot
     */
    ArchiveHistory(Table archive) {
        for (Snapshot at = archive.currentSnapshot(); at != null; at = parent(archive, at)) {
            newestFirst.add(at);
        }
    }

    /** The newest snapshot that brought events: compaction only rewrites files, so what follows it holds the same rows. */
    long newestWithEvents() {
        return newestFirst.stream()
                .filter(snapshot -> !DataOperations.REPLACE.equals(snapshot.operation()))
                .findFirst()
                .orElseGet(() -> newestFirst.get(newestFirst.size() - 1))
                .snapshotId();
    }

    /** The snapshot whose files a full build reads. */
    long current() {
        return newestFirst.get(0).snapshotId();
    }

    /**
     * The oldest of the consumed snapshots, after which an increment for all of them begins. Empty when no increment can
     * tell what is new: a snapshot is not in the history any more, or rows were changed or removed since.
     */
    Optional<Long> commonStart(Collection<Long> consumed) {
        List<Long> open = new ArrayList<>(consumed);
        for (Snapshot snapshot : newestFirst) {
            open.removeIf(id -> id == snapshot.snapshotId());
            if (open.isEmpty()) {
                return Optional.of(snapshot.snapshotId());
            }
            if (!keepsRows(snapshot)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean keepsRows(Snapshot snapshot) {
        return DataOperations.APPEND.equals(snapshot.operation())
                || DataOperations.REPLACE.equals(snapshot.operation());
    }

    private static @Nullable Snapshot parent(Table archive, Snapshot snapshot) {
        return snapshot.parentId() == null ? null : archive.snapshot(snapshot.parentId());
    }
}
