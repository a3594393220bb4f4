package io.storehouse.shop.documents;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of documents with business dates is asked for. Documents go by when they were recorded; where dates are given, by
 * business date first.
 *
 * @param from the first date
 * @param to the last date
 * @param sort {@code newest} or {@code oldest} first; null for the list's own order
 */
public record ListedDays(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Pattern(regexp = Sort.CODES) String sort) {
    private static final String COLUMN = "business_date";

    /** Everything, in the list's own order. */
    public static final ListedDays ALL = new ListedDays(null, null, null);

    /** Whether dates are given. */
    public boolean dated() {
        return from != null || to != null;
    }

    /** Adds what is asked for, from after that document on. */
    public PageSql page(PageSql rows, Sort otherwise, @Nullable UUID after) {
        return rows.from(COLUMN, from)
                .to(COLUMN, to)
                .by(dated() ? COLUMN : null)
                .page(Sort.of(sort, otherwise), after);
    }
}
