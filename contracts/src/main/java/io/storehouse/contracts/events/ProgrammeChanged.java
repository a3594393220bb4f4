package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loyalty programme was defined or changed.
 *
 * @param currency ISO 4217
 * @param pointsPerUnit earned for each unit of the currency
 * @param pointValue what a point pays
 * @param expiryMonths after which points are gone, or null for never
 * @param tierMonths whose spending decides on a tier
 * @param validFrom the first business date on which points are earned
 * @param tiers by threshold
 */
public record ProgrammeChanged(
        String currency,
        BigDecimal pointsPerUnit,
        BigDecimal pointValue,
        @Nullable Integer expiryMonths,
        int tierMonths,
        LocalDate validFrom,
        List<Tier> tiers) {

    /** Copies the list. */
    public ProgrammeChanged {
        tiers = List.copyOf(tiers);
    }

    /** A tier from that spending on, which multiplies the points. */
    public record Tier(String code, BigDecimal threshold, BigDecimal multiplier) {}
}
