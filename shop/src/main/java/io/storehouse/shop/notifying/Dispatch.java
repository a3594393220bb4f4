package io.storehouse.shop.notifying;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that send: each channel has its own, so that a provider that hangs holds up nobody of the other. */
@Component
class Dispatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int LETTERS = 100;
    /** Within the time that a phase of the shop's end has. */
    private static final Duration LONGEST_END = Duration.ofSeconds(8);

    private final Delivery delivery;
    private final NotificationTable table;
    private final DeadLetters deadLetters;
    private final Providers providers;
    private final NotifyingSettings settings;
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService threads;

    Dispatch(
            Delivery delivery,
            NotificationTable table,
            DeadLetters deadLetters,
            Providers providers,
            NotifyingSettings settings) {
        this.delivery = delivery;
        this.table = table;
        this.deadLetters = deadLetters;
        this.providers = providers;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        stopping = false;
        int channels = MessageChannel.values().length;
        ScheduledExecutorService started = Executors.newScheduledThreadPool(channels * settings.workers() + 1, task -> {
            Thread thread = new Thread(task, "notifying");
            thread.setDaemon(true);
            return thread;
        });
        every(started, "give up messages", this::giveUp);
        for (MessageChannel channel : MessageChannel.values()) {
            if (providers.of(channel).isPresent()) {
                for (int worker = 0; worker < settings.workers(); worker++) {
                    every(started, "send by " + channel.code(), () -> drain(channel));
                }
            }
        }
        threads = started;
    }

    /** Sends what is due. */
    private void drain(MessageChannel channel) {
        while (!stopping && !Thread.currentThread().isInterrupted() && delivery.next(channel)) {
            Thread.onSpinWait();
        }
    }

    /** Ends what cannot be sent, and writes the letters of what is dead. */
    void giveUp() {
        table.sweep();
        for (DeadNotification dead : table.owingLetters(LETTERS)) {
            deadLetters.report(dead);
            table.lettered(dead);
        }
    }

    private void every(ScheduledExecutorService scheduler, String what, Runnable work) {
        long interval = settings.pollInterval().toMillis();
        scheduler.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        // the next round tries again
                        LOG.warn("Failed to {}: {}", what, e.getMessage());
                    } catch (Error e) {
                        // one message must not end the thread that sends the others
                        LOG.error("Failed to {}", what, e);
                    }
                },
                interval,
                interval,
                TimeUnit.MILLISECONDS);
    }

    /** Whoever is handing a message over may end that: broken off, it would be sent a second time. */
    @Override
    public void stop() {
        ScheduledExecutorService ending = threads;
        if (ending == null) {
            return;
        }
        stopping = true;
        threads = null;
        ending.shutdown();
        try {
            if (!ending.awaitTermination(
                    Math.min(LONGEST_END.toMillis(), settings.providerTimeout().toMillis()), TimeUnit.MILLISECONDS)) {
                ending.shutdownNow();
            }
        } catch (InterruptedException e) {
            ending.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
