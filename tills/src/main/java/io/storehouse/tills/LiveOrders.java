package io.storehouse.tills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Listens to the live page's events, and remembers when how many orders of a store could be seen in them. */
final class LiveOrders implements AutoCloseable {
    private static final Duration FIRST_EVENT = Duration.ofSeconds(15);
    private static final Duration STRAGGLERS = Duration.ofSeconds(15);
    private static final String DATA = "data:";

    private final InputStream stream;
    private final String store;
    private final List<Seen> seen = new ArrayList<>();
    private final Thread reader = new Thread(this::read, "live-events");

    private LiveOrders(InputStream stream, String store) {
        this.stream = stream;
        this.store = store;
    }

    /** From then on so many orders were to be seen. */
    record Seen(Instant at, long orders) {}

    /** Begins to listen, and waits for the first event. */
    static LiveOrders listen(ShopClient shop, String store) throws IOException {
        try {
            LiveOrders live = new LiveOrders(shop.stream("/api/v1/live/events").body(), store);
            live.reader.setDaemon(true);
            live.reader.start();
            long deadline = System.nanoTime() + FIRST_EVENT.toNanos();
            while (live.seen().isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("Cannot measure: the live page sends no event");
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return live;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Waits until so many orders more than at first are seen, at most a while. */
    List<Seen> await(long orders) {
        long deadline = System.nanoTime() + STRAGGLERS.toNanos();
        long wanted = seen().get(0).orders() + orders;
        while (System.nanoTime() < deadline) {
            List<Seen> now = seen();
            if (now.get(now.size() - 1).orders() >= wanted) {
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return seen();
    }

    private List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    note(Instant.now(), line.substring(DATA.length()).strip());
                }
            }
        } catch (IOException e) {
            // closed; what was not seen by now counts as missing
        }
    }

    private void note(Instant at, String data) throws JsonProcessingException {
        if (data.isEmpty()) {
            return;
        }
        long orders = 0;
        for (JsonNode row : ShopClient.JSON.readTree(data).path("stores")) {
            if (row.path("code").asText().equals(store)) {
                orders = row.path("orders").asLong();
            }
        }
        synchronized (seen) {
            seen.add(new Seen(at, orders));
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
