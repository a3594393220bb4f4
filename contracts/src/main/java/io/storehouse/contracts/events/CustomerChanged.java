package io.storehouse.contracts.events;

/**
 * A customer became known or changed; personal data never travels.
 *
 * @param code natural key
 */
public record CustomerChanged(String code) {}
