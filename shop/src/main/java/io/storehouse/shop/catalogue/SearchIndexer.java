package io.storehouse.shop.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Indexes what was listed in bulk, a little at a time: when it is noted, and at the start what was left. */
@Component
class SearchIndexer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** What another process noted and did not live to index. */
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final SearchIndex index;
    /** While products are listed in bulk, the listing goes first. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private @Nullable Thread thread;

    SearchIndexer(SearchIndex index) {
        this.index = index;
    }

    @Override
    public synchronized void start() {
        Thread worker = new Thread(this::work, "search-indexer");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                index.awaitNoted(catchUp());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait then, unless products are noted. */
    private Duration catchUp() throws InterruptedException {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                index.awaitQuiet(QUIET, LONGEST_WAIT);
                more = index.catchUp();
            }
            return LOOK;
        } catch (RuntimeException e) {
            LOG.warn("Cannot index products now, trying again: {}", e.getMessage());
            return RETRY;
        }
    }

    /** A step is one transaction; cut off, the database rolls it back, and what it would index is still noted. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
