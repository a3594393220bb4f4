package io.storehouse.shop.registers;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cash as it was counted.
 *
 * @param total 4 places
 * @param pieces by denomination; empty where only the total was told
 */
record Count(BigDecimal total, SortedMap<BigDecimal, Integer> pieces) {
    private static final int MOST_DENOMINATIONS = 100;
    private static final int MOST_PIECES = 1_000_000;

    /**
     * The count of an amount, of denominations, or of both where they agree.
     *
     * @param what for messages
     */
    static Count of(@Nullable BigDecimal amount, @Nullable List<Denomination> denominations, String what) {
        SortedMap<BigDecimal, Integer> pieces = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Denomination denomination : denominations == null ? List.<Denomination>of() : denominations) {
            BigDecimal value = Decimals.money(denomination.value(), "denomination");
            if (value.signum() <= 0 || denomination.pieces() < 0 || denomination.pieces() > MOST_PIECES) {
                throw invalid("Invalid " + what + ": " + denomination.pieces() + " × " + value.toPlainString());
            }
            if (pieces.put(value, denomination.pieces()) != null) {
                throw invalid("Invalid " + what + ": " + value.toPlainString() + " is there twice");
            }
            sum = sum.add(value.multiply(BigDecimal.valueOf(denomination.pieces())));
        }
        if (pieces.size() > MOST_DENOMINATIONS) {
            throw invalid("Invalid " + what + ": over " + MOST_DENOMINATIONS + " denominations");
        }
        return new Count(total(amount, pieces.isEmpty() ? null : sum, what), pieces);
    }

    /** An empty drawer. */
    static Count nothing() {
        return new Count(BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES), new TreeMap<>());
    }

    void add(CommandHash hash) {
        hash.add(total).add(pieces.size());
        pieces.forEach((value, number) -> hash.add(value).add(number));
    }

    private static BigDecimal total(@Nullable BigDecimal amount, @Nullable BigDecimal sum, String what) {
        BigDecimal said = amount == null ? sum : Decimals.money(amount, what);
        if (said == null) {
            throw invalid("Invalid " + what + ": neither an amount nor denominations");
        }
        if (sum != null && said.compareTo(sum) != 0) {
            throw invalid("Invalid " + what + ": the denominations add up to " + sum.toPlainString() + ", not to "
                    + said.toPlainString());
        }
        if (said.signum() < 0) {
            throw invalid("Invalid " + what + ": below 0");
        }
        return said;
    }

    private static ShopException invalid(String message) {
        return new ShopException(RegisterError.INVALID_COUNT, message);
    }

    /** So many pieces of a coin or a note. */
    record Denomination(BigDecimal value, int pieces) {}
}
