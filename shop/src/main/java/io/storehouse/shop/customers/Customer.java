package io.storehouse.shop.customers;

/**
 * Who a code stands for.
 *
 * @param code as it stands in facts
 * @param current the code of the same person after all merges; the code itself where there was none
 * @param erased whether the person asked to be forgotten
 */
public record Customer(String code, String current, boolean erased) {}
