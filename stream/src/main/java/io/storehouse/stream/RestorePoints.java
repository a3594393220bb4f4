package io.storehouse.stream;

import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The completed checkpoints and savepoints of all runs of a job, {@code <folder>/<run>/chk-N} and {@code <folder>/savepoint-…}. */
final class RestorePoints {
    private static final Logger LOG = LoggerFactory.getLogger(RestorePoints.class);
    private static final String METADATA = "_metadata";
    private static final int RUNS_KEPT = 3;

    private final Path folder;

    RestorePoints(String folder) {
        this.folder = new Path(folder);
    }

    /** The newest one that can be read. */
    Optional<String> newest() throws IOException {
        return all().stream()
                .filter(RestorePoints::readable)
                .findFirst()
                .map(metadata -> metadata.getPath().getParent().toString());
    }

    /** Deletes the runs and savepoints but the newest few. */
    void deleteOld() throws IOException {
        List<Path> runs = all().stream()
                .map(metadata -> runOf(metadata.getPath()))
                .distinct()
                .toList();
        List<Path> kept = runs.subList(0, Math.min(RUNS_KEPT, runs.size()));
        for (FileStatus entry : list(folder)) {
            if (!kept.contains(entry.getPath())) {
                folder.getFileSystem().delete(entry.getPath(), true);
            }
        }
    }

    /** Deletes everything. */
    void deleteAll() throws IOException {
        FileSystem files = folder.getFileSystem();
        if (files.exists(folder)) {
            files.delete(folder, true);
        }
    }

    private List<FileStatus> all() throws IOException {
        List<FileStatus> found = new ArrayList<>();
        for (FileStatus run : list(folder)) {
            for (FileStatus inside : list(run.getPath())) {
                if (inside.getPath().getName().equals(METADATA)) {
                    found.add(inside);
                }
                if (inside.isDir() && inside.getPath().getName().startsWith("chk-")) {
                    list(inside.getPath()).stream()
                            .filter(file -> file.getPath().getName().equals(METADATA))
                            .forEach(found::add);
                }
            }
        }
        found.sort(Comparator.comparing(FileStatus::getModificationTime).reversed());
        return found;
    }

    private Path runOf(Path metadata) {
        Path path = metadata.getParent();
        while (!path.getParent().getPath().equals(folder.getPath())) {
            path = path.getParent();
        }
        return path;
    }

    private static List<FileStatus> list(Path folder) throws IOException {
        try {
            FileStatus[] entries = folder.getFileSystem().listStatus(folder);
            return entries == null ? List.of() : List.of(entries);
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static boolean readable(FileStatus metadata) {
        Path path = metadata.getPath();
        try (DataInputStream in = new DataInputStream(path.getFileSystem().open(path))) {
            Checkpoints.loadCheckpointMetadata(in, RestorePoints.class.getClassLoader(), path.toString());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Cannot read the checkpoint {}, trying an older one: {}", path, e.getMessage());
            return false;
        }
    }
}
