package io.storehouse.shop.catalogue;

import java.util.Collection;

/** The rates of tax classes, by date. Whether a price includes them is the store's to say. */
public interface TaxRates {
    /** The rates of the classes, in one statement; without any class, in none. */
    TaxSchedule of(Collection<String> taxClasses);
}
