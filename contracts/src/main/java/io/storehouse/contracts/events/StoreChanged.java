package io.storehouse.contracts.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A store was opened or changed.
 *
 * @param code natural key
 * @param timeZone IANA name
 * @param currency ISO 4217
 * @param dayStart {@code HH:mm} at which its business date begins
 * @param cashRounding to which cash is rounded, such as 0.05, or null
 * @param pricesIncludeTax whether its prices include the tax; null in events of before there were taxes
 * @param taxRounding what of the tax is rounded, {@code line} or {@code receipt}; null as above
 */
public record StoreChanged(
        String code,
        String name,
        String timeZone,
        String currency,
        String dayStart,
        @Nullable BigDecimal cashRounding,
        @Nullable Boolean pricesIncludeTax,
        @Nullable String taxRounding) {}
