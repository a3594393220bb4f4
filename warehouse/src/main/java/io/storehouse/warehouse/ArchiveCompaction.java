package io.storehouse.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.actions.SparkActions;

/**
 * Merges the archive's many small files, one or more for every commit of the stream, into few. The rows stay as they are;
 * the old files too, because older snapshots are still read.
 */
final class ArchiveCompaction {
    private static final int MANY_FILES = 100;
    private static final long TARGET_BYTES = 64L << 20;
    private static final long SMALL_BYTES = TARGET_BYTES * 3 / 4;

    private final Lake lake;
    private final BuildListener listener;
    private final int manyFiles;

    ArchiveCompaction(Lake lake, BuildListener listener) {
        this(lake, listener, MANY_FILES);
    }

    /** @param manyFiles how many small files are worth a rewrite */
    ArchiveCompaction(Lake lake, BuildListener listener, int manyFiles) {
        this.lake = lake;
        this.listener = listener;
        this.manyFiles = manyFiles;
    }

    /** Compacts the archive if small files have piled up. */
    void compactIfWorthwhile() {
        lake.archive().filter(archive -> smallFiles(archive) >= manyFiles).ifPresent(this::compact);
    }

    private void compact(Table archive) {
        listener.started("compaction");
        long start = System.nanoTime();
        RewriteDataFiles.Result result = SparkActions.get(lake.spark())
                .rewriteDataFiles(archive)
                .option("target-file-size-bytes", Long.toString(TARGET_BYTES))
                .option("min-input-files", "2")
                .execute();
        listener.finished(
                "compaction",
                0,
                result.rewrittenDataFilesCount() + " archive files into " + result.addedDataFilesCount(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static long smallFiles(Table archive) {
        long small = 0;
        try (CloseableIterable<FileScanTask> files = archive.newScan().planFiles()) {
            for (FileScanTask file : files) {
                small += file.file().fileSizeInBytes() < SMALL_BYTES ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the archive's files", e);
        }
        return small;
    }
}
