package io.storehouse.tills;

import io.storehouse.formats.Article;
import io.storehouse.formats.DocumentKind;
import io.storehouse.formats.SalesDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts documents as the tills of their stores would, each till in its own order, at fixed times. A return without receipt
 * needs an approval that no till may give: the service sends it, as a manager would approve it.
 */
final class Replay {
    private static final int UNAUTHORIZED = 401;

    private final ShopClient shop;
    private final Pace pace;
    private final Tally tally;
    private volatile boolean stopped;

    Replay(ShopClient shop, Pace pace, Tally tally) {
        this.shop = shop;
        this.pace = pace;
        this.tally = tally;
    }

    /**
     * How fast, and by how many.
     *
     * @param perSecond documents a second; infinite for as fast as the shop answers
     * @param tillsPerStore at which a store sells
     * @param threads that post at the same time
     */
    record Pace(double perSecond, int tillsPerStore, int threads) {}

    void run(List<SalesDocument> documents) {
        Preparation preparation = new Preparation(shop);
        Map<String, Article> articles = Article.of(documents);
        Set<String> stores = preparation.stores(documents);
        preparation.products(articles);
        preparation.customers(documents);
        Map<Till, String> tokens = preparation.tokens(stores, pace.tillsPerStore());
        preparation.openingStock(documents, articles);
        post(documents, tokens);
    }

    private void post(List<SalesDocument> documents, Map<Till, String> tokens) {
        List<List<Turn>> lanes = lanes(documents);
        ExecutorService threads = Executors.newFixedThreadPool(pace.threads());
        try {
            long start = System.nanoTime();
            List<CompletableFuture<Void>> running = lanes.stream()
                    .map(lane -> CompletableFuture.runAsync(() -> work(lane, start, tokens), threads))
                    .toList();
            running.forEach(Replay::join);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every till's documents stay on one thread, so that they keep their order. */
    private List<List<Turn>> lanes(List<SalesDocument> documents) {
        List<List<Turn>> lanes = new ArrayList<>();
        for (int thread = 0; thread < pace.threads(); thread++) {
            lanes.add(new ArrayList<>());
        }
        double nanosBetween = 1e9 / pace.perSecond();
        for (int i = 0; i < documents.size(); i++) {
            SalesDocument document = documents.get(i);
            int number = Math.floorMod(document.head().id().hashCode(), pace.tillsPerStore()) + 1;
            Till till = new Till(document.head().store(), "replay-" + number);
            lanes.get(Math.floorMod(till.hashCode(), lanes.size()))
                    .add(new Turn(document, till, Math.round(i * nanosBetween)));
        }
        return lanes;
    }

    private void work(List<Turn> lane, long start, Map<Till, String> tokens) {
        for (Turn turn : lane) {
            if (stopped) {
                return;
            }
            for (long wait = start + turn.after() - System.nanoTime();
                    wait > 0;
                    wait = start + turn.after() - System.nanoTime()) {
                LockSupport.parkNanos(wait);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            SalesDocument document = turn.document();
            String till = turn.till().code();
            ShopClient.Answer answer = document.kind() == DocumentKind.RETURN
                    ? shop.post(DocumentJson.path(document), DocumentJson.body(document, till))
                    : shop.post(
                            DocumentJson.path(document),
                            DocumentJson.body(document, till),
                            tokens.getOrDefault(turn.till(), ""));
            if (answer.status() == UNAUTHORIZED) {
                stopped = true;
                throw new ShopUnavailable("The shop no longer knows till " + till + " of "
                        + document.head().store() + ": another replay has begun, or the till was given a new token; "
                        + "run the same command again when no other runs, nothing is done twice");
            }
            tally.count(document, answer);
        }
    }

    private static void join(CompletableFuture<Void> running) {
        try {
            running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ShopUnavailable away) {
                throw away;
            }
            throw e;
        }
    }

    /** Ready-made pace for as fast as the shop answers. */
    static double unlimited() {
        return Double.POSITIVE_INFINITY;
    }

    /** How long one command is tried again: longer than a shop needs to start. */
    static Duration patience() {
        return Duration.ofMinutes(5);
    }

    private record Turn(SalesDocument document, Till till, long after) {}
}
