package io.storehouse.contracts.events;

import java.util.List;

/**
 * Two customers turned out to be one person. Facts keep the code they were recorded with.
 *
 * @param code who is no longer a customer of its own
 * @param into who that is now
 * @param codes all codes that have become {@code into} by this, {@code code} among them, in order of text
 */
public record CustomerMerged(String code, String into, List<String> codes) {}
