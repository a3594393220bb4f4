package io.storehouse.shop.access;

/** Someone has logged out; published as an event within the shop. */
public record SessionEnded(String sessionId) {}
