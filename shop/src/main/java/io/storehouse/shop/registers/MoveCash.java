package io.storehouse.shop.registers;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Cash to be put into a drawer or taken out of it.
 *
 * @param id made by the client
 * @param amount above 0
 * @param reason not blank
 * @param by who moves it; not part of what is asked for
 */
record MoveCash(UUID id, UUID shift, Kind kind, BigDecimal amount, String reason, String by) {

    /** Brings the parts into their form. */
    MoveCash {
        amount = Decimals.money(amount, "amount");
        if (amount.signum() <= 0) {
            throw invalid("Invalid amount: " + amount.toPlainString() + "; expected above 0");
        }
        if (reason.isBlank()) {
            throw invalid("Invalid reason: it is blank");
        }
        Texts.atMost(Texts.NAME, reason, "reason");
    }

    private static ShopException invalid(String message) {
        return new ShopException(RegisterError.INVALID_CASH_MOVE, message);
    }

    /** Which way it goes. */
    enum Kind {
        /** Into the drawer. */
        PAID_IN("paid_in"),
        /** Out of the drawer. */
        PAID_OUT("paid_out");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        /** Its total in the table of shifts. */
        String column() {
            return column;
        }

        /** The name in tables, events and HTTP. */
        String code() {
            return column.replace('_', '-');
        }

        static Kind ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return kind;
                }
            }
            throw invalid("Invalid kind: '" + code + "'; expected paid-in or paid-out");
        }
    }
}
