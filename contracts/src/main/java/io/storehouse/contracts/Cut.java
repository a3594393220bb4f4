package io.storehouse.contracts;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a figure has folded: for each partition of the orders topic the offset of the last record in it, or −1. A figure
 * with its cut can be recomputed from the archive (every row of its key at or below the cut) and replaced only by a figure
 * whose cut dominates it.
 */
public final class Cut {
    private final long[] offsets;

    private Cut(long[] offsets) {
        this.offsets = offsets;
    }

    /** The cut of a figure that has folded nothing. */
    public static Cut empty() {
        long[] none = new long[Topic.PARTITIONS];
        Arrays.fill(none, -1L);
        return new Cut(none);
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException when the text is not one offset for each partition
     */
    public static Cut parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != Topic.PARTITIONS) {
            throw new IllegalArgumentException(
                    "Invalid cut: '" + text + "'; expected " + Topic.PARTITIONS + " offsets");
        }
        return new Cut(Arrays.stream(parts).mapToLong(Long::parseLong).toArray());
    }

    /** The offset folded last in a partition, or −1. */
    public long offset(int partition) {
        return offsets[partition];
    }

    /** This cut with one more record folded. */
    public Cut with(int partition, long offset) {
        long[] next = offsets.clone();
        next[partition] = Math.max(next[partition], offset);
        return new Cut(next);
    }

    /** Whether every offset is at or beyond the other's. */
    public boolean dominates(Cut other) {
        return LongStream.range(0, offsets.length).allMatch(p -> offsets[(int) p] >= other.offsets[(int) p]);
    }

    /** The offsets in the order of partitions, joined by commas: {@code 17,-1,4,90}. */
    public String text() {
        return Arrays.stream(offsets).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cut cut && Arrays.equals(offsets, cut.offsets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return text();
    }
}
