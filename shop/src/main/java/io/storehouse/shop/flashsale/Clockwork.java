package io.storehouse.shop.flashsale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What flash sales do by themselves, by the clock. Every process does all of it; what two do at once changes nothing twice. */
@Component
class Clockwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final Resending resending;
    private final Preparation preparation;
    private final Expiry expiry;
    private final Telling telling;
    private final Endings endings;
    private final FlashSaleTable sales;
    private final FlashSaleSettings settings;
    private final Map<String, String> failing = new HashMap<>();
    private @Nullable ScheduledExecutorService scheduler;

    Clockwork(
            Resending resending,
            Preparation preparation,
            Expiry expiry,
            Telling telling,
            Endings endings,
            FlashSaleTable sales,
            FlashSaleSettings settings) {
        this.resending = resending;
        this.preparation = preparation;
        this.expiry = expiry;
        this.telling = telling;
        this.endings = endings;
        this.sales = sales;
        this.settings = settings;
    }

    private void round() {
        attempt("expire claims", expiry::expire);
        attempt("tell Redis", telling::catchUp);
        List<FlashSale> open = new ArrayList<>();
        attempt("read the sales", () -> open.addAll(sales.open()));
        attempt("send claims again", () -> resending.resend(open));
        attempt("prepare", () -> preparation.prepare(open));
        attempt("end sales", () -> endings.end(open));
    }

    /** The next round tries again; an engine that is away is told of once. */
    private void attempt(String what, Runnable work) {
        try {
            work.run();
            if (failing.remove(what) != null) {
                LOG.info("Flash sales {} again", what);
            }
        } catch (RuntimeException e) {
            if (failing.put(what, String.valueOf(e.getMessage())) == null) {
                LOG.warn("Flash sales failed to {}: {}", what, e.getMessage());
            }
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "flash-sales");
            thread.setDaemon(true);
            return thread;
        });
        long interval = settings.interval().toMillis();
        rounds.scheduleWithFixedDelay(this::round, Math.min(interval, 200), interval, TimeUnit.MILLISECONDS);
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
}
