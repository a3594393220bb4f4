package io.storehouse.stream;

import io.storehouse.contracts.Settings;
import io.storehouse.stream.archive.ArchiveJob;
import io.storehouse.stream.live.LiveJob;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both jobs on a local cluster. Each is submitted in a thread of its own and as often as it takes, so that a database that is
 * still starting holds up the archive but never the screen.
 */
final class LocalStream {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStream.class);
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofSeconds(15);
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LiveJob live;
    private final ArchiveJob archive;
    private final LocalCluster cluster;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable JobClient liveClient;
    private volatile @Nullable JobClient archiveClient;

    private LocalStream(LiveJob live, ArchiveJob archive, LocalCluster cluster) {
        this.live = live;
        this.archive = archive;
        this.cluster = cluster;
    }

    /**
     * Starts the cluster and begins to submit the jobs.
     *
     * @throws IllegalArgumentException when settings are missing
     */
    static LocalStream start(Settings settings) throws Exception {
        LiveJob live = new LiveJob(settings);
        ArchiveJob archive = new ArchiveJob(settings);
        String port = settings.require(Settings.FLINK_REST_PORT);
        settings.check();
        LocalStream stream = new LocalStream(live, archive, LocalCluster.start(Integer.parseInt(port)));
        stream.inBackground("live", () -> stream.liveClient = stream.submitLive());
        stream.inBackground("archive", () -> stream.archiveClient = stream.submitArchive());
        return stream;
    }

    /** Returns when a job has ended for good. */
    void await() throws InterruptedException {
        ended.await();
    }

    /** Ends both jobs, the live one with a savepoint if that can be had in time, and the cluster. */
    void stop() {
        stopping = true;
        try {
            cancelArchive();
            saveLive();
            cluster.close();
        } catch (Exception e) {
            LOG.warn("Failed to stop cleanly; the next start recovers from the last checkpoint", e);
        }
    }

    private JobClient submitLive() throws Exception {
        Configuration configuration = live.configuration();
        RestorePoints points = new RestorePoints(folder(configuration));
        points.deleteOld();
        points.newest().ifPresent(point -> {
            LOG.info("Resuming the live view from {}", point);
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, point);
        });
        StreamExecutionEnvironment environment = cluster.environment(configuration);
        live.define(environment);
        return environment.executeAsync(LiveJob.NAME);
    }

    private JobClient submitArchive() throws Exception {
        Configuration configuration = archive.configuration();
        new RestorePoints(folder(configuration)).deleteAll();
        StreamExecutionEnvironment environment = cluster.environment(configuration);
        archive.define(environment);
        return environment.executeAsync(ArchiveJob.NAME);
    }

    private void inBackground(String name, Submission submission) {
        Thread thread = new Thread(() -> submit(name, submission), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void submit(String name, Submission submission) {
        while (!stopping) {
            try {
                JobClient client = submission.run();
                LOG.info("Running {} as job {}", name, client.getJobID());
                client.getJobExecutionResult().whenComplete((result, failure) -> jobEnded(name, failure));
                return;
            } catch (Exception e) {
                LOG.warn(
                        "Failed to start {}, trying again: {}",
                        name,
                        rootCause(e).toString());
                pause();
            }
        }
    }

    private void jobEnded(String name, @Nullable Throwable failure) {
        if (!stopping) {
            LOG.error("Failed for good: {}", name, failure);
            ended.countDown();
        }
    }

    private void cancelArchive() throws InterruptedException {
        JobClient client = archiveClient;
        if (client == null) {
            return;
        }
        try {
            client.cancel().get(CANCEL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Failed to cancel the archive: {}", e.toString());
        }
    }

    private void saveLive() throws InterruptedException {
        JobClient client = liveClient;
        if (client == null) {
            return;
        }
        try {
            String savepoint = client.stopWithSavepoint(
                            false, folder(live.configuration()), SavepointFormatType.CANONICAL)
                    .get(SAVEPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("The live view is saved in {}", savepoint);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Failed to save the live view; its last checkpoint stays: {}", e.toString());
        }
    }

    private static String folder(Configuration configuration) {
        return configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Submission {
        JobClient run() throws Exception;
    }
}
