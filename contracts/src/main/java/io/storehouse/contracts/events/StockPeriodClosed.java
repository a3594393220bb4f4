package io.storehouse.contracts.events;

import java.time.LocalDate;

/**
 * A store's stock was closed: no move of that date or of one before it is recorded from now on.
 *
 * @param closedUntil the last business date that is closed
 */
public record StockPeriodClosed(LocalDate closedUntil) {}
