package io.storehouse.shop.loyalty;

import java.time.LocalDate;
import java.util.Currency;

/**
 * Where and on which date of business something happened.
 *
 * @param store its code
 */
public record Place(String store, Currency currency, LocalDate businessDate) {}
