package io.storehouse.tills;

import io.storehouse.formats.OnlineRetail;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFile;
import io.storehouse.formats.SalesFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that tills are played from. */
final class SalesFiles {
    private SalesFiles() {}

    /** Reads files one by one; their rejected rows are none of a till's business. */
    static Map<Path, SalesFile> read(List<Path> paths, int weeks) throws IOException {
        SalesFileReader reader = new SalesFileReader(new OnlineRetail(), weeks);
        Map<Path, SalesFile> files = new LinkedHashMap<>();
        for (Path path : paths) {
            if (!Files.isRegularFile(path)) {
                throw new IllegalArgumentException("Cannot read " + path + ": it is no file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                files.put(path, reader.read(in));
            }
        }
        return files;
    }

    /** All documents in the order of their time. */
    static List<SalesDocument> documents(Map<Path, SalesFile> files) {
        List<SalesDocument> documents = new ArrayList<>();
        files.values().forEach(file -> documents.addAll(file.documents()));
        documents.sort(Comparator.comparing(document -> document.head().occurredAt()));
        return documents;
    }

    /** The local date of the latest document. */
    static Optional<LocalDate> lastDay(List<SalesDocument> documents) {
        return documents.stream().map(SalesFiles::dayOf).max(Comparator.naturalOrder());
    }

    /** The document's date in its store. */
    static LocalDate dayOf(SalesDocument document) {
        return document.head().localTime().toLocalDate();
    }
}
