package io.storehouse.tills;

import java.util.Comparator;

/** One till of a store. */
record Till(String store, String code) implements Comparable<Till> {
    private static final Comparator<Till> ORDER =
            Comparator.comparing(Till::store).thenComparing(Till::code);

    @Override
    public int compareTo(Till other) {
        return ORDER.compare(this, other);
    }
}
