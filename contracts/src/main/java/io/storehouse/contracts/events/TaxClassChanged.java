package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A tax class was made, renamed or given a rate.
 *
 * @param code natural key, upper case
 * @param rates all of them, by date
 */
public record TaxClassChanged(String code, String name, List<Rate> rates) {

    /** Copies the list. */
    public TaxClassChanged {
        rates = List.copyOf(rates);
    }

    /** A rate in percent, from that business date until the next one's. */
    public record Rate(LocalDate validFrom, BigDecimal percent) {}
}
