package io.storehouse.shop.access;

/** What someone may do has changed, or his password; published as an event within the shop once it is committed. */
public record AccountChanged(String username) {}
