package io.storehouse.contracts.events;

/**
 * A store was opened or changed.
 *
 * @param code natural key
 * @param timeZone IANA name
 * @param currency ISO 4217
 * @param dayStart {@code HH:mm} at which its business date begins
 */
public record StoreChanged(String code, String name, String timeZone, String currency, String dayStart) {}
