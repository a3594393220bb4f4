package io.storehouse.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many clients that begin in one instant, each in a thread of its own, however few cores there are. */
public final class AtOnce {
    private AtOnce() {}

    /** What that many clients came to, each told its number from 0; in their order. */
    public static <T> List<T> run(int clients, IntFunction<T> work) {
        return run(IntStream.range(0, clients)
                .mapToObj(client -> (Callable<T>) () -> work.apply(client))
                .toList());
    }

    /** What the clients came to, in their order. */
    public static <T> List<T> run(List<Callable<T>> clients) {
        ExecutorService pool = Executors.newFixedThreadPool(clients.size());
        CountDownLatch start = new CountDownLatch(clients.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> client : clients) {
                futures.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    return client.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
