package io.storehouse.shop.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Keys of documents that grow with time, so that rows are appended. They are the microseconds since 1970, one more than the
 * last where the clock has not moved on. Two processes that draw the same one collide on the primary key and try again.
 */
@Component
public class SurrogateKeys {
    private final AtomicLong last = new AtomicLong();
    private final Clock clock;

    SurrogateKeys(Clock clock) {
        this.clock = clock;
    }

    /** A key above all that this process has drawn. */
    public long next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return last.updateAndGet(previous -> Math.max(previous + 1, now));
    }
}
