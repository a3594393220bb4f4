package io.storehouse.shop.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, and what became of every row: once it is done, the rows of the counts and those already imported
 * add up to the rows read.
 *
 * @param rowsPosted of the documents that are new, how many rows are posted or refused so far
 * @param rowsTotal rows of the documents that are new; 0 while staging
 * @param alreadyImported rows of documents that were recorded before
 * @param message why it failed, or null
 */
record ImportReport(
        UUID id,
        String name,
        State state,
        int shiftWeeks,
        int rowsRead,
        int rowsPosted,
        int rowsTotal,
        Counts counts,
        int alreadyImported,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String message) {

    /** How far, to whoever waits for it: opening stock is part of posting. */
    enum State {
        STAGING,
        POSTING,
        DONE,
        FAILED;

        static State of(ImportState state) {
            return switch (state) {
                case STAGING -> STAGING;
                case OPENING, POSTING -> POSTING;
                case DONE -> DONE;
                case FAILED -> FAILED;
            };
        }
    }

    /** What the rows became. */
    record Counts(Count sale, @JsonProperty("return") Count returned, Count adjustment, Count rejected) {}

    /** Rows, and their signed amount. */
    record Count(int rows, BigDecimal amount) {
        static final Count NONE = new Count(0, BigDecimal.ZERO.setScale(4));
    }
}
