package io.storehouse.shop.stock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What stock does by itself, by the clock. */
@Component
class StockClockwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StockClockwork.class);

    private final ReservationEnds reservations;
    private final StockProofs proofs;
    private final StockSettings settings;
    private @Nullable ScheduledExecutorService scheduler;

    StockClockwork(ReservationEnds reservations, StockProofs proofs, StockSettings settings) {
        this.proofs = proofs;
        this.reservations = reservations;
        this.settings = settings;
    }

    @Override
    public void start() {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "stock");
            thread.setDaemon(true);
            return thread;
        });
        every(clockwork, settings.expiryInterval(), "expire reservations", reservations::expire);
        every(clockwork, settings.proofInterval(), "prove the ledger", () -> proofs.prove(null));
        scheduler = clockwork;
    }

    private static void every(ScheduledExecutorService clockwork, Duration interval, String what, Runnable work) {
        clockwork.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        // the next round tries again
                        LOG.warn("Failed to {}: {}", what, e.getMessage());
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
