package io.storehouse.contracts.events;

/**
 * How the codes of scales are read was said anew, for one prefix.
 *
 * @param prefix natural key: the first two digits, 20 to 29
 * @param measure what five of the digits tell: {@code weight} or {@code price}
 * @param decimals how many of these are decimals
 */
public record ScaleCodeChanged(String prefix, String measure, int decimals) {}
