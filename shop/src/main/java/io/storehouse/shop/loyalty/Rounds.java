package io.storehouse.shop.loyalty;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does what comes due, every now and then. */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final ComeDue due;
    private final LoyaltySettings settings;
    private @Nullable ScheduledExecutorService scheduler;

    Rounds(ComeDue due, LoyaltySettings settings) {
        this.due = due;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "loyalty-rounds");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.every().toMillis();
        rounds.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
        scheduler = rounds;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** The next round does what this one could not. */
    private void round() {
        try {
            ComeDue.Outcome outcome = due.run();
            if (outcome.members() > 0 || outcome.tierChanges() > 0) {
                LOG.info("Points of {} members expired, {} tiers changed", outcome.members(), outcome.tierChanges());
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot do what is due for members, trying again in {}", settings.every(), e);
        }
    }
}
