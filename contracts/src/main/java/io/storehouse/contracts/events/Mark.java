package io.storehouse.contracts.events;

/**
 * A reconciliation's mark in one partition: every event committed at or before the position has a lower offset.
 *
 * @param markId the same in all partitions
 * @param topic where this one was sent
 * @param partition where this one was sent
 * @param position the cut G as {@code Position.text()}
 */
public record Mark(String markId, String topic, int partition, String position) {}
