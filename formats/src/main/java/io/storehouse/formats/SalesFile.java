package io.storehouse.formats;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a file holds. Every row read is either a line of one document or rejected.
 *
 * @param rowsRead without the header and empty lines
 * @param documents in the order of their time, then of their first row
 * @param rejected in the order of the file
 * @param mixed first lines of those that were rejected as {@link RejectionCode#MIXED_INVOICE}, by the document they name
 */
public record SalesFile(
        int rowsRead, List<SalesDocument> documents, List<RejectedRow> rejected, Map<UUID, List<Integer>> mixed) {
    /** Keeps what it holds unchangeable. */
    public SalesFile {
        documents = List.copyOf(documents);
        rejected = List.copyOf(rejected);
        mixed = Map.copyOf(mixed);
    }
}
