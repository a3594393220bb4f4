package io.storehouse.contracts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event was committed: the binary log's incarnation, the GTID sequence of its transaction, the id of its outbox
 * row. Positions are totally ordered and grow in commit order; within one Kafka partition a record whose position is not
 * beyond the last one is a redelivery.
 *
 * @param incarnation starts at 1 and is bumped when the database is restored to an older binary log
 * @param sequence the third part of the GTID {@code domain-server-sequence}; one domain writes the outbox
 * @param outboxId the row within the transaction
 */
public record Position(int incarnation, long sequence, long outboxId) implements Comparable<Position> {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})-(\\d{19})-(\\d{19})");
    private static final Pattern GTID = Pattern.compile("\\d+-\\d+-(\\d+)");

    /** Rejects parts that the text form could not hold. */
    public Position {
        if (incarnation < 0 || incarnation > 9999 || sequence < 0 || outboxId < 0) {
            throw new IllegalArgumentException(
                    "Invalid position: " + incarnation + ", " + sequence + ", " + outboxId + "; parts count from 0");
        }
    }

    /**
     * The last possible position of a transaction.
     *
     * @param gtid MariaDB's {@code domain-server-sequence}
     * @throws IllegalArgumentException when it is not one GTID
     */
    public static Position endOf(int incarnation, String gtid) {
        return of(incarnation, gtid, Long.MAX_VALUE);
    }

    /**
     * The position of one outbox row.
     *
     * @param gtid MariaDB's {@code domain-server-sequence}
     * @throws IllegalArgumentException when it is not one GTID
     */
    public static Position of(int incarnation, String gtid, long outboxId) {
        Matcher matcher = GTID.matcher(gtid);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid GTID: '" + gtid + "'; expected domain-server-sequence");
        }
        return new Position(incarnation, Long.parseLong(matcher.group(1)), outboxId);
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException when the text is not a position
     */
    public static Position parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid position: '" + text + "'");
        }
        return new Position(
                Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    /** Fixed-width text of 44 characters whose alphabetical order is the order of positions, in Java and in SQL. */
    public String text() {
        return "%04d-%019d-%019d".formatted(incarnation, sequence, outboxId);
    }

    @Override
    public int compareTo(Position other) {
        int byIncarnation = Integer.compare(incarnation, other.incarnation);
        if (byIncarnation != 0) {
            return byIncarnation;
        }
        int bySequence = Long.compare(sequence, other.sequence);
        return bySequence != 0 ? bySequence : Long.compare(outboxId, other.outboxId);
    }

    @Override
    public String toString() {
        return text();
    }
}
