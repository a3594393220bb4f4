package io.storehouse.contracts.events;

import java.math.BigDecimal;

/**
 * A gift card was issued by hand; one that was sold is in its order's event.
 *
 * @param cardId UUID made by the client; the code never travels
 * @param digits the last four characters of the code
 * @param currency ISO 4217
 * @param amount its balance
 * @param reason may be empty
 */
public record GiftCardIssued(String cardId, String digits, String currency, BigDecimal amount, String reason) {}
