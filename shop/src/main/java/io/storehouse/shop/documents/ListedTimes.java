package io.storehouse.shop.documents;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of things with an instant each is asked for. They go by when they were recorded; where instants are given, by theirs
 * first.
 *
 * @param from the first instant
 * @param until the first instant after
 * @param sort {@code newest} or {@code oldest} first; null for the list's own order
 */
public record ListedTimes(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable @Pattern(regexp = Sort.CODES) String sort) {

    /** Everything, in the list's own order. */
    public static final ListedTimes ALL = new ListedTimes(null, null, null);

    /** Whether instants are given. */
    public boolean timed() {
        return from != null || until != null;
    }

    /** Adds what is asked for, by the instants of that column, from after that document on. */
    public PageSql page(PageSql rows, String column, Sort otherwise, @Nullable UUID after) {
        return rows.from(column, from)
                .until(column, until)
                .by(timed() ? column : null)
                .page(Sort.of(sort, otherwise), after);
    }
}
