package io.storehouse.stream.redis;

/**
 * Says that Redis may have lost figures, and all of them are to be written again.
 *
 * @param runId of the server that is to be filled
 */
public record Refill(String runId) {}
