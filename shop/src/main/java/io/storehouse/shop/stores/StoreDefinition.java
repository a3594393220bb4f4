package io.storehouse.shop.stores;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What a store is.
 *
 * @param code natural key, at most 64 characters, as people write it
 * @param dayStart local time at which its business date begins
 */
public record StoreDefinition(String code, String name, ZoneId timeZone, Currency currency, LocalTime dayStart) {}
