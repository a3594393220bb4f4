package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What an actor makes up, the same for the same seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 until just before the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & (-1L >>> 2) | Long.MIN_VALUE);
    }

    /** A decimal from that many of its last places to that many. */
    BigDecimal decimal(int from, int to, int places) {
        return BigDecimal.valueOf(from + random.nextInt(to - from + 1), places);
    }

    /** Mostly whole, sometimes to three places. */
    BigDecimal quantity(int most) {
        return percent(80) ? BigDecimal.valueOf(1 + random.nextInt(most)) : decimal(1, most * 1000, 3);
    }

    /** A code that nobody guesses. */
    String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            code.append((char) ('A' + random.nextInt(26)));
        }
        return code.toString();
    }
}
