package io.storehouse.shop.transfer;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes things one after another in a thread of its own, always one more than was asked for. It is asked by one thread, and not
 * after the end or a failure.
 *
 * @param <T> what is made
 */
final class Ahead<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "transfer-reader");
        named.setDaemon(true);
        return named;
    });
    private final Callable<@Nullable T> maker;
    private Future<@Nullable T> made;

    /** The maker makes null when there is nothing more. */
    Ahead(Callable<@Nullable T> maker) {
        this.maker = maker;
        this.made = thread.submit(maker);
    }

    /**
     * What was made next, or null at the end.
     *
     * @throws IOException that its making threw, as runtime exceptions and errors are thrown that did
     */
    @Nullable
    T next() throws IOException {
        T next = await(made);
        if (next != null) {
            made = thread.submit(maker);
        }
        return next;
    }

    /** Returns when nothing is being made any more, so that what it is made from may be closed. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> @Nullable T await(Future<@Nullable T> made) throws IOException {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the file was read", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException broken) {
                throw broken;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
}
