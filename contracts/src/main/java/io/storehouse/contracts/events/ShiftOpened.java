package io.storehouse.contracts.events;

import java.math.BigDecimal;

/**
 * A register's shift was opened.
 *
 * @param shiftId UUID
 * @param register the register's code, which is its till's
 * @param kind {@code regular}, or {@code rescue} for late orders whose own shift was closed
 * @param currency ISO 4217
 * @param openingFloat the cash in the drawer at the opening
 */
public record ShiftOpened(String shiftId, String register, String kind, String currency, BigDecimal openingFloat) {}
