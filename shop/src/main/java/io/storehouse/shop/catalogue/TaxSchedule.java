package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rates of tax classes.
 *
 * @param percents percent, 4 places, by the business date from which it holds, by class
 */
public record TaxSchedule(Map<String, NavigableMap<LocalDate, BigDecimal>> percents) {
    /** The rate of a class on a business date, in percent; empty without class, and before its first rate. */
    public Optional<BigDecimal> percentAt(@Nullable String taxClass, LocalDate businessDate) {
        NavigableMap<LocalDate, BigDecimal> own = taxClass == null ? null : percents.get(taxClass);
        return own == null
                ? Optional.empty()
                : Optional.ofNullable(own.floorEntry(businessDate)).map(Map.Entry::getValue);
    }
}
