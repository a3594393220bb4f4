package io.storehouse.shop.replica;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in the history of a database: of each replication domain the last transaction, and with it all before it.
 *
 * @param last by domain
 */
record Gtids(Map<Long, Gtid> last) {
    static final Gtids NONE = new Gtids(Map.of());

    private static final Pattern ONE = Pattern.compile("(\\d{1,10})-(\\d{1,10})-(\\d{1,18})");
    private static final int MOST_DOMAINS = 16;

    /** Copies the map, sorted, so that equal places have one text. */
    Gtids {
        last = Collections.unmodifiableMap(new TreeMap<>(last));
    }

    /** One transaction: its number grows within its domain, whichever server wrote it. */
    record Gtid(long domain, long server, long sequence) {
        private String text() {
            return domain + "-" + server + "-" + sequence;
        }
    }

    /** What MariaDB writes, such as {@code 0-1-42} or {@code 0-1-42,1-2-7}; nothing when it is something else. */
    static Optional<Gtids> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(NONE);
        }
        String[] parts = text.split(",", MOST_DOMAINS + 1);
        if (parts.length > MOST_DOMAINS
                || !Arrays.stream(parts).allMatch(part -> ONE.matcher(part).matches())) {
            return Optional.empty();
        }
        Map<Long, Gtid> last = new TreeMap<>();
        for (String part : parts) {
            String[] numbers = part.split("-", 3);
            Gtid gtid = new Gtid(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
            last.merge(gtid.domain(), gtid, Gtids::later);
        }
        return Optional.of(new Gtids(last));
    }

    /** Whether everything up to the other place is in what is up to this one. */
    boolean covers(Gtids other) {
        return other.last.values().stream().allMatch(theirs -> sequence(theirs.domain()) >= theirs.sequence());
    }

    /** Whether in some domain that both know this place is before the other. */
    boolean isBehind(Gtids other) {
        return last.values().stream().anyMatch(ours -> ours.sequence() < other.sequence(ours.domain()));
    }

    /** The first place that covers both. */
    Gtids with(Gtids other) {
        Map<Long, Gtid> both = new TreeMap<>(last);
        other.last.values().forEach(gtid -> both.merge(gtid.domain(), gtid, Gtids::later));
        return new Gtids(both);
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /** As MariaDB reads it. */
    String text() {
        return last.values().stream().map(Gtid::text).collect(Collectors.joining(","));
    }

    private long sequence(long domain) {
        Gtid gtid = last.get(domain);
        return gtid == null ? -1 : gtid.sequence();
    }

    private static Gtid later(Gtid one, Gtid other) {
        return one.sequence() >= other.sequence() ? one : other;
    }
}
