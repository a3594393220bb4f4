package io.storehouse.launcher.supervision;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A probe that answers in time, also when the service has stopped answering. */
final class TimedProbe {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "probe", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    });

    private final Probe probe;
    private final Duration timeout;

    TimedProbe(Probe probe, Duration timeout) {
        this.probe = probe;
        this.timeout = timeout;
    }

    Health check() {
        Future<Health> answer = THREADS.submit(probe::check);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Health.bad("no answer in " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Health.bad(words(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Health.bad("interrupted");
        }
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
