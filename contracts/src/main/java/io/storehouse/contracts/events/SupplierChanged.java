package io.storehouse.contracts.events;

/**
 * A supplier was made or changed.
 *
 * @param code natural key, upper case
 * @param leadTimeDays from an order's approval to its delivery, as agreed
 */
public record SupplierChanged(String code, String name, int leadTimeDays) {}
