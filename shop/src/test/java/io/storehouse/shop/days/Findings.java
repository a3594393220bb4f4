package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What does not add up; everything is looked at before anything fails. */
final class Findings {
    private final List<String> all = new ArrayList<>();
    private long compared;

    void same(String what, @Nullable Object found, @Nullable Object expected) {
        compared++;
        if (!equal(found, expected)) {
            all.add(what + ": found " + found + ", expected " + expected);
        }
    }

    void holds(String what, boolean holds) {
        compared++;
        if (!holds) {
            all.add(what);
        }
    }

    private static boolean equal(@Nullable Object found, @Nullable Object expected) {
        if (found instanceof BigDecimal one && expected instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return java.util.Objects.equals(found, expected);
    }

    List<String> all() {
        return all;
    }

    long compared() {
        return compared;
    }
}
