package io.storehouse.shop.live;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Pulse;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** While someone watches, a pulse a second goes the way of all events: if it does not arrive, nothing does. */
@Component
class Pulses implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Pulses.class);

    private final String instance = UUID.randomUUID().toString();
    private final LiveFeed feed;
    private final Outbox outbox;
    private final Transactions transactions;
    private final LiveSettings settings;
    private final Clock clock;
    private @Nullable ScheduledExecutorService scheduler;

    Pulses(LiveFeed feed, Outbox outbox, Transactions transactions, LiveSettings settings, Clock clock) {
        this.feed = feed;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledExecutorService pulses = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pulse");
            thread.setDaemon(true);
            return thread;
        });
        long interval = settings.pulseInterval().toMillis();
        pulses.scheduleWithFixedDelay(this::beat, interval, interval, TimeUnit.MILLISECONDS);
        scheduler = pulses;
    }

    private void beat() {
        if (!feed.isWatched()) {
            return;
        }
        try {
            OutboxMessage pulse =
                    OutboxMessage.of(EventType.PULSE, Topic.PULSE, instance, clock.instant(), new Pulse(instance));
            transactions.inOne(() -> {
                outbox.append(List.of(pulse));
                return pulse;
            });
        } catch (RuntimeException e) {
            // a missed beat shows on the page; the next one must still come
            LOG.debug("Cannot send a pulse: {}", e.getMessage());
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
