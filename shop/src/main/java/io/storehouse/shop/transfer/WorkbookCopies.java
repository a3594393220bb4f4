package io.storehouse.shop.transfer;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where workbooks lie while they are read. They may hold personal data: what a killed process left is removed at the next start. */
@Component
class WorkbookCopies {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbookCopies.class);
    private static final String PREFIX = "storehouse-transfer";
    private static final String SUFFIX = ".xlsx";
    private static final Pattern OF_PROCESS = Pattern.compile(PREFIX + "-([0-9]{1,10})-.*");

    private final Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    /** An empty file that only the shop's account reads. */
    Path create() throws IOException {
        return Files.createTempFile(
                directory, PREFIX + "-" + ProcessHandle.current().pid() + "-", SUFFIX);
    }

    /** Removes the files of processes that are no more. */
    @PostConstruct
    void removeLeft() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (isLeft(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Failed to remove workbooks that were left in {}: {}", directory, e.getMessage());
        }
    }

    /** In a container each process may have the number of the one before it. */
    private static boolean isLeft(Path file) throws IOException {
        Matcher matcher = OF_PROCESS.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return true;
        }
        Instant written = Files.getLastModifiedTime(file).toInstant();
        return ProcessHandle.of(Long.parseLong(matcher.group(1)))
                .map(process ->
                        process.info().startInstant().filter(written::isBefore).isPresent())
                .orElse(true);
    }
}
