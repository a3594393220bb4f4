package io.storehouse.formats;

import java.util.List;

/**
 * What a file holds. Every row read is either a line of one document or rejected.
 *
 * @param rowsRead without the header and empty lines
 * @param documents in the order of their time, then of their first row
 * @param rejected in the order of the file
 */
public record SalesFile(int rowsRead, List<SalesDocument> documents, List<RejectedRow> rejected) {
    /** Keeps the lists unchangeable. */
    public SalesFile {
        documents = List.copyOf(documents);
        rejected = List.copyOf(rejected);
    }
}
