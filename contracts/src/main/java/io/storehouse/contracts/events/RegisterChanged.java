package io.storehouse.contracts.events;

/**
 * A till was given a drawer, or its register was renamed.
 *
 * @param store the store's code
 * @param code of the till; natural key within the store
 */
public record RegisterChanged(String store, String code, String name) {}
