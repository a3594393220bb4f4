package io.storehouse.shop.purchasing;

/**
 * A supplier as it is now.
 *
 * @param code natural key, upper case
 * @param leadTimeDays from an order's approval to its delivery, as agreed
 * @param terms of payment, as agreed; may be empty
 */
public record Supplier(String code, String name, int leadTimeDays, String terms) {}
