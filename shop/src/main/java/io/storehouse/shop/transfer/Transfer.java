package io.storehouse.shop.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows on its way in, or all of it.
 *
 * @param name what the rows are
 * @param mode {@code dry_run} or {@code apply}
 * @param state {@code running}, {@code cancelled} or {@code done}; one that was cancelled or broke off is sent again
 * @param startedBy who sent it
 * @param rows read so far, the header not counted
 * @param replayed true when it was done before, with the same file
 */
public record Transfer(
        UUID id,
        String name,
        String mode,
        String state,
        String startedBy,
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        Instant startedAt,
        @Nullable Instant finishedAt,
        boolean replayed) {

    /** Whether rows are taken, or only checked as if they were. */
    public enum Mode {
        DRY_RUN,
        APPLY;

        /** The mode with that code. */
        public static Mode of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
