package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Spreads an amount over lines by the largest-remainder method (Hamilton's). */
final class Apportionment {
    private Apportionment() {}

    /**
     * Shares in proportion to what is left of the lines, in the currency's smallest unit where the lines can hold the amount so,
     * else in the smallest that is stored. Σ shares = amount, and each is from 0 to what is left of its line.
     *
     * @param amount from 0 to the sum of what is left
     */
    static BigDecimal[] spread(BigDecimal amount, List<OpenLine> lines, int places) {
        BigDecimal sum = lines.stream().map(OpenLine::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.signum() < 0 || amount.compareTo(sum) > 0) {
            throw new IllegalArgumentException("Cannot spread " + amount + " over " + sum);
        }
        if (amount.compareTo(sum) == 0) {
            return lines.stream().map(OpenLine::remaining).toArray(BigDecimal[]::new);
        }
        return spread(amount, sum, lines, fits(amount, lines, places) ? places : Decimals.MONEY_PLACES);
    }

    private static boolean fits(BigDecimal amount, List<OpenLine> lines, int places) {
        BigDecimal room = lines.stream()
                .map(line -> line.remaining().setScale(places, RoundingMode.DOWN))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return amount.stripTrailingZeros().scale() <= places && amount.compareTo(room) <= 0;
    }

    private static BigDecimal[] spread(BigDecimal amount, BigDecimal sum, List<OpenLine> lines, int places) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
        BigDecimal[] shares = new BigDecimal[lines.size()];
        BigDecimal[] remainders = new BigDecimal[lines.size()];
        BigDecimal rest = amount;
        for (int i = 0; i < shares.length; i++) {
            BigDecimal part = amount.multiply(lines.get(i).remaining());
            shares[i] = part.divide(sum, places, RoundingMode.DOWN);
            remainders[i] = part.subtract(shares[i].multiply(sum));
            rest = rest.subtract(shares[i]);
        }
        List<Integer> order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(i -> remainders[i])
                        .reversed()
                        .thenComparing(lines::get, OpenLine.BY_CONTENT))
                .toList();
        while (rest.signum() > 0) {
            for (int i : order) {
                BigDecimal more = shares[i].add(unit);
                if (rest.signum() > 0 && more.compareTo(lines.get(i).remaining()) <= 0) {
                    shares[i] = more;
                    rest = rest.subtract(unit);
                }
            }
        }
        return shares;
    }
}
