package io.storehouse.shop.held;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets carts and labels, which may name people, once nobody needs them. */
@Component
class CartForgetting implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CartForgetting.class);

    private final HeldTable table;
    private final HeldSettings settings;
    private final Clock clock;
    private @Nullable ScheduledExecutorService scheduler;

    CartForgetting(HeldTable table, HeldSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "held");
            thread.setDaemon(true);
            return thread;
        });
        long interval = settings.forgetInterval().toMillis();
        started.scheduleWithFixedDelay(this::forget, interval, interval, TimeUnit.MILLISECONDS);
        scheduler = started;
    }

    /** One round. */
    void forget() {
        try {
            Instant now = clock.instant();
            table.forget(now.minus(settings.keepRecalled()), now.minus(settings.keepExpired()));
        } catch (RuntimeException e) {
            // the next round tries again
            LOG.warn("Failed to forget held sales: {}", e.getMessage());
        }
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
