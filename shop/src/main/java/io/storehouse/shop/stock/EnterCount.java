package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone counted a SKU at a place.
 *
 * @param id made by the client; the entry's identity
 * @param place shelf or room, may be empty; what is counted at several places adds up
 * @param counter who counted
 * @param quantity from 0, at most 3 places
 * @param countedAt when, from the count's opening on
 * @param replaces the entry of this SKU and place that this one corrects, or null for the first
 */
public record EnterCount(
        UUID id,
        UUID countId,
        String sku,
        String place,
        String counter,
        BigDecimal quantity,
        Instant countedAt,
        @Nullable UUID replaces) {

    /** Brings the parts into their form. */
    public EnterCount {
        sku = sku.toUpperCase(Locale.ROOT);
        quantity = Decimals.quantity(quantity, "quantity");
        countedAt = Texts.within(countedAt, "time");
    }
}
