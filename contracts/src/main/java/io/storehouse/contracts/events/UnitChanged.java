package io.storehouse.contracts.events;

/**
 * A unit that quantities count in was made or renamed.
 *
 * @param code natural key, upper case
 */
public record UnitChanged(String code, String name) {}
