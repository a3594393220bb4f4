package io.storehouse.formats;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells could all be read; not yet classified.
 *
 * @param lineNo of its first line in the file
 * @param text as read
 * @param invoice upper case
 * @param sku upper case
 * @param name may be empty
 * @param occurredAt the file's local time, not shifted
 * @param customer null for an unnamed one
 */
public record SalesRow(
        int lineNo,
        String text,
        String invoice,
        String sku,
        String name,
        BigDecimal quantity,
        LocalDateTime occurredAt,
        BigDecimal unitPrice,
        @Nullable String customer,
        String store) {}
