package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an imported file that became nothing else, so that the lake too accounts for every row read.
 *
 * @param importId the import
 * @param file its name
 */
public record RowsRejected(String importId, String file, List<Row> rows) {

    /**
     * One rejected row.
     *
     * @param lineNo from 1, the header being line 1
     * @param code why, for programs: {@code ledger}, {@code bad_number}, …
     * @param reason why, for people
     * @param text the row as read, cut at 1,000 characters
     * @param store where the row could be read that far, else null
     * @param businessDate where the row could be read that far, else null
     * @param amount quantity × price where the row could be read that far, else null
     */
    public record Row(
            int lineNo,
            String code,
            String reason,
            String text,
            @Nullable String store,
            @Nullable LocalDate businessDate,
            @Nullable BigDecimal amount) {}
}
