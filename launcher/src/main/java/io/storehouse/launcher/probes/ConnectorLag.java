package io.storehouse.launcher.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.storehouse.launcher.supervision.Health;
import io.storehouse.launcher.supervision.Probe;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Compares where the connector has read to with where the binary log ended some seconds ago: a deaf connector calls itself
 * running.
 */
public final class ConnectorLag implements Probe {
    /** How old a commit may be that the connector has not read. */
    static final Duration LIMIT = Duration.ofSeconds(10);
    /** What the connector may need less; less than the limit, so that a deaf one is seen within it. */
    private static final Duration USUAL = Duration.ofSeconds(6);

    private final String url;
    private final BinaryLog log;
    private final Clock clock;
    private final Deque<Seen> unread = new ArrayDeque<>();

    private long readBefore = Long.MAX_VALUE;

    private record Seen(long sequence, Instant at) {}

    /** The connector {@code outbox} of the worker on that port. */
    public ConnectorLag(int port, BinaryLog log, Clock clock) {
        this.url = "http://127.0.0.1:" + port + "/connectors/outbox/offsets";
        this.log = log;
        this.clock = clock;
    }

    @Override
    public synchronized Health check() throws IOException, SQLException {
        String end = log.end();
        if (!end.isEmpty()) {
            seen(sequence(end));
        }
        long read = readTo(Http.get(url));
        if (read < 0) {
            return Health.bad("the connector has no offset yet");
        }
        return judge(read);
    }

    /** Whether the connector has an offset: from then on it misses nothing. */
    public boolean hasOffset() throws IOException {
        return !Http.get(url).path("offsets").isEmpty();
    }

    void seen(long sequence) {
        if (unread.isEmpty() || unread.getLast().sequence() < sequence) {
            unread.addLast(new Seen(sequence, clock.instant()));
        }
    }

    Health judge(long read) {
        boolean advanced = read > readBefore;
        readBefore = read;
        while (!unread.isEmpty() && unread.getFirst().sequence() <= read) {
            unread.removeFirst();
        }
        if (unread.isEmpty()) {
            return Health.good("has read everything");
        }
        Duration age = Duration.between(unread.getFirst().at(), clock.instant());
        String words = "a commit of " + age.toSeconds() + " s ago is not read";
        if (age.compareTo(USUAL) <= 0) {
            return Health.good(words);
        }
        return advanced ? Health.behind(words) : Health.bad(words);
    }

    private static long readTo(JsonNode answer) {
        long read = -1;
        for (JsonNode entry : answer.path("offsets")) {
            String gtids = entry.path("offset").path("gtids").asText("");
            read = Math.max(read, gtids.isEmpty() ? 0 : sequence(gtids));
        }
        return read;
    }

    private static long sequence(String gtid) {
        return Long.parseLong(gtid.substring(gtid.lastIndexOf('-') + 1));
    }
}
