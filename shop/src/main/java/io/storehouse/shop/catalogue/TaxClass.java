package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A tax class.
 *
 * @param rates by date
 */
public record TaxClass(String code, String name, List<Rate> rates) {
    /** Copies the list. */
    public TaxClass {
        rates = List.copyOf(rates);
    }

    /** A rate in percent, from that business date until the next one's. */
    public record Rate(LocalDate validFrom, BigDecimal percent) {}
}
