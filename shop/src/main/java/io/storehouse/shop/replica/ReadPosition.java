package io.storehouse.shop.replica;

import java.util.Optional;

/**
 * What a caller has seen, which his next read must not be older than. Written {@code 1:0-1-42}.
 *
 * @param incarnation of the binary log; places of different ones cannot be compared
 */
record ReadPosition(int incarnation, Gtids gtids) {
    private static final int LONGEST = 400;

    /** Nothing when the text is none of ours; it came from outside. */
    static Optional<ReadPosition> parse(String text) {
        int colon = text.indexOf(':');
        if (text.length() > LONGEST || colon < 1 || colon > 4) {
            return Optional.empty();
        }
        String incarnation = text.substring(0, colon);
        if (!incarnation.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Gtids.parse(text.substring(colon + 1))
                .filter(gtids -> !gtids.isEmpty())
                .map(gtids -> new ReadPosition(Integer.parseInt(incarnation), gtids));
    }

    /** Both, when they are of one incarnation; else the one of the later. */
    ReadPosition with(ReadPosition other) {
        if (incarnation != other.incarnation) {
            return incarnation > other.incarnation ? this : other;
        }
        return new ReadPosition(incarnation, gtids.with(other.gtids));
    }

    String text() {
        return incarnation + ":" + gtids.text();
    }
}
