package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The rates of tax classes, by date. Whether a price includes them is the store's to say. */
public interface TaxRates {
    /**
     * The rate of each class on a business date, in percent with 4 places, by code, in one statement; a class without a rate
     * on that date is absent.
     */
    Map<String, BigDecimal> percentAt(Collection<String> taxClasses, LocalDate businessDate);
}
