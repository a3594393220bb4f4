package io.storehouse.contracts.events;

/**
 * The shop's heartbeat while someone watches the live page; the envelope's {@code recordedAt} is all it says.
 *
 * @param instance which shop process
 */
public record Pulse(String instance) {}
