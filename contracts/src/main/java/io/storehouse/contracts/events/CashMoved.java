package io.storehouse.contracts.events;

import java.math.BigDecimal;

/**
 * Cash was put into a drawer or taken out of it, other than by a sale or a return.
 *
 * @param moveId UUID made by the client
 * @param shiftId UUID of the shift
 * @param register the register's code
 * @param kind {@code paid-in} or {@code paid-out}
 * @param currency ISO 4217
 * @param amount above 0
 */
public record CashMoved(
        String moveId, String shiftId, String register, String kind, String currency, BigDecimal amount) {}
