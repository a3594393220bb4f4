package io.storehouse.shop.registers;

/**
 * A till with a drawer.
 *
 * @param id surrogate key, for tables only
 * @param code of its till
 */
record Register(int id, int storeId, String code, String name) {}
