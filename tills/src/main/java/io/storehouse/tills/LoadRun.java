package io.storehouse.tills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An open loop: the nth order is due at a time that no answer changes, and its delay counts from then. */
final class LoadRun {
    private final ShopClient shop;
    private final LoadStore store;
    private final String token;
    private final int threads;

    LoadRun(ShopClient shop, LoadStore store, String token, int threads) {
        this.shop = shop;
        this.store = store;
        this.token = token;
        this.threads = threads;
    }

    /**
     * One order.
     *
     * @param due when it had to be sent
     * @param answered when the answer was there
     * @param recordedAt what the shop says, just before its commit; null where it refused
     */
    record Sample(Instant due, Instant answered, @Nullable Instant recordedAt) {
        boolean ok() {
            return recordedAt != null;
        }
    }

    List<Sample> run(int rate, int orders) {
        List<Sample> samples = Collections.synchronizedList(new ArrayList<>(orders));
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long startNanos = System.nanoTime();
        Instant start = Instant.now();
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = next.getAndIncrement(); i < orders; i = next.getAndIncrement()) {
                                long after = i * 1_000_000_000L / rate;
                                await(startNanos + after);
                                samples.add(place(i, start.plusNanos(after)));
                            }
                        },
                        pool));
            }
            running.forEach(CompletableFuture::join);
        } finally {
            pool.shutdownNow();
        }
        return List.copyOf(samples);
    }

    private Sample place(int number, Instant due) {
        ObjectNode order = store.order(number);
        ShopClient.Answer answer = shop.post("/api/v1/orders", order, token);
        Instant answered = Instant.now();
        String recordedAt = answer.body().path("recordedAt").asText();
        return new Sample(due, answered, answer.ok() ? Instant.parse(recordedAt) : null);
    }

    private static void await(long nanoTime) {
        for (long wait = nanoTime - System.nanoTime(); wait > 0; wait = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
