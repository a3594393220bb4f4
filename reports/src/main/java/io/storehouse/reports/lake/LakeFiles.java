package io.storehouse.reports.lake;

import io.storehouse.reports.cli.Problem;
import java.io.File;
import java.util.Map;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Files of a lake on this machine, read-only and without Hadoop. Flink and Spark spell the same file {@code /x},
 * {@code file:/x} and {@code file:///x}; here all are {@code /x}.
 */
final class LakeFiles implements FileIO {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "file:";

    /**
     * The path on this machine.
     *
     * @throws Problem when the file lies elsewhere
     */
    static String path(String location) {
        String path = location.startsWith(FILE) ? location.substring(FILE.length()) : location;
        if (!path.startsWith("/")) {
            throw Problem.external(
                    "Cannot read " + location + " here: it is not a file of this machine;"
                            + " submit the same SQL to the Spark that has the lake",
                    null);
        }
        return path.replaceFirst("^/+", "/");
    }

    @Override
    public InputFile newInputFile(String location) {
        return Files.localInput(new File(path(location)));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        throw new UnsupportedOperationException("Cannot write " + location + ": reports only read the lake");
    }

    @Override
    public void deleteFile(String location) {
        throw new UnsupportedOperationException("Cannot delete " + location + ": reports only read the lake");
    }

    @Override
    public Map<String, String> properties() {
        return Map.of();
    }
}
