package io.storehouse.shop.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs jobs one after the other, in the order they came, those first that were left when the shop stopped. A failure is
 * tried again for as long as {@link ImportSettings#retryFor} without progress, for the database may only be starting.
 */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration STOP = Duration.ofSeconds(20);
    /** Of one job without a step done, as where its file takes all memory: so many stops are no accident. */
    private static final int MOST_STARTS = 5;

    private final ImportStations stations;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    ImportWorker(ImportStations stations) {
        this.stations = stations;
    }

    /** A job may be waiting. */
    void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        stations.files().removeParts();
        Thread worker = new Thread(this::work, "import-worker");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    @Override
    public synchronized void stop() {
        Thread worker = thread;
        if (worker == null) {
            return;
        }
        stopping = true;
        wake.release();
        try {
            // a step is one transaction; cut off, the database rolls it back
            worker.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<ImportJob> job = stations.jobs().next();
                if (job.isPresent()) {
                    run(job.get());
                    continue;
                }
                wake.acquire();
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Cannot look for imports, trying again", e);
                pause();
            }
        }
    }

    private void run(ImportJob job) {
        LOG.info("Import {} of {} begins at {}", job.id(), job.name(), job.state());
        if (stations.jobs().start(job) > MOST_STARTS) {
            stations.jobs()
                    .fail(job, "Failed to go on: the shop stopped " + MOST_STARTS + " times at the same place of it");
            finish(job);
            return;
        }
        ImportRun run = new ImportRun(stations, job);
        boolean progressed = false;
        Instant progress = Instant.now();
        while (!stopping) {
            try {
                if (!run.step()) {
                    finish(job);
                    return;
                }
                progress = Instant.now();
                if (!progressed) {
                    stations.jobs().progressed(job);
                    progressed = true;
                }
            } catch (RuntimeException e) {
                Duration stuck = Duration.between(progress, Instant.now());
                if (stuck.compareTo(stations.settings().retryFor()) > 0) {
                    LOG.error("Import {} of {} fails", job.id(), job.name(), e);
                    stations.jobs().fail(job, "Failed to go on: " + e.getMessage());
                    return;
                }
                LOG.warn("Import {} of {} is interrupted, trying again", job.id(), job.name(), e);
                Attempt next = stateAfterFailure(job);
                run = new ImportRun(stations, next.job());
                if (next.waited()) {
                    progress = Instant.now();
                }
            }
        }
        // told to stop, which is not the job's doing
        stations.jobs().progressed(job);
    }

    /** Only the database knows whether the step that failed was committed; it is asked until it answers. */
    private Attempt stateAfterFailure(ImportJob job) {
        boolean waited = false;
        while (!stopping) {
            pause();
            try {
                return new Attempt(stations.jobs().find(job.id()).orElse(job), waited);
            } catch (RuntimeException e) {
                LOG.warn("Cannot look for import {}, trying again: {}", job.id(), e.getMessage());
                waited = true;
            }
        }
        return new Attempt(job, waited);
    }

    private void finish(ImportJob job) {
        LOG.info("Import {} of {} is finished", job.id(), job.name());
        stations.files().keepOnly(stations.jobs()::neededContents);
    }

    private void pause() {
        try {
            if (wake.tryAcquire(stations.settings().retryPause().toMillis(), TimeUnit.MILLISECONDS) && !stopping) {
                // a new job; the one that waits goes first
                wake.release();
                LockSupport.parkNanos(stations.settings().retryPause().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What to go on with.
     *
     * @param waited whether the database was away, which is no failure of the job
     */
    private record Attempt(ImportJob job, boolean waited) {}
}
