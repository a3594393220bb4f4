package io.storehouse.stream.testing;

import io.storehouse.contracts.Topic;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Writes about a thousand events a second into every partition of every archived topic, until it is closed. */
public final class Traffic implements AutoCloseable {
    private static final long PAUSE_NANOS = 16_000_000;

    private final EventLog log;
    private final AtomicLong written = new AtomicLong();
    private final Thread thread = new Thread(this::run, "traffic");
    private volatile boolean ended;

    private Traffic(EventLog log) {
        this.log = log;
    }

    /** Begins to write. */
    public static Traffic start(EventLog log) {
        Traffic traffic = new Traffic(log);
        traffic.thread.start();
        return traffic;
    }

    /** How many events were written; exact once it is closed. */
    public long written() {
        return written.get();
    }

    /** Ends and waits until everything is acknowledged. */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.flush();
    }

    private void run() {
        while (!ended) {
            for (Topic topic : Topic.archivedTopics()) {
                for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                    long n = written.incrementAndGet();
                    log.begin(topic, partition, EventLog.position(n), value(topic, n));
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String value(Topic topic, long n) {
        return topic == Topic.ORDERS
                ? Events.sale("order-" + n, "Berlin", "2011-09-30", "SKU" + n % 7, "1.25", (int) (n % 60))
                : "{\"id\":\"" + n + "\",\"type\":\"any\",\"recorded_at\":\"2026-11-22T10:00:00.5Z\"}";
    }
}
