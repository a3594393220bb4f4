package io.storehouse.launcher.supervision;

import io.storehouse.launcher.home.DataDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs services: each starts as soon as what it needs is ready, and all stop in the order of their ranks. */
public final class Supervisor {
    private static final Duration WATCH_END = Duration.ofSeconds(10);

    private final List<ServiceWatch> watches;
    private final Board board;
    private final List<Thread> threads = new ArrayList<>();

    /** A supervisor of services on one data directory. */
    public Supervisor(List<Service> services, DataDirectory data, Announcer announcer, Clock clock) {
        this.board = new Board(services.stream().map(Service::name).toList(), clock);
        this.watches = services.stream()
                .map(service -> new ServiceWatch(service, data, board, announcer, clock))
                .toList();
    }

    /** What is known of the services. */
    public Board board() {
        return board;
    }

    /** Starts or adopts everything, without waiting. */
    public synchronized void start() {
        for (ServiceWatch watch : watches) {
            threads.add(daemon(watch, "watch-" + watch.service().name()));
        }
    }

    /** Waits until all are ready. */
    public boolean awaitReady(Duration atMost) {
        board.await(Supervisor::settled, atMost);
        return board.all().stream().allMatch(status -> status.state() == State.HEALTHY);
    }

    /** Stops everything cleanly; services of one rank together. */
    public synchronized void stop() {
        board.stop();
        threads.forEach(thread -> join(thread, WATCH_END));
        Map<Integer, List<ServiceWatch>> ranks = watches.stream()
                .collect(Collectors.groupingBy(w -> w.service().stopRank(), TreeMap::new, Collectors.toList()));
        for (List<ServiceWatch> rank : ranks.values()) {
            List<Thread> stops = rank.stream()
                    .map(watch -> daemon(watch::stop, "stop-" + watch.service().name()))
                    .toList();
            stops.forEach(thread -> join(thread, Duration.ofMinutes(2)));
        }
        threads.clear();
    }

    /** Kills everything at once; may be called while {@link #stop} waits. */
    public void kill() {
        board.stop();
        watches.forEach(ServiceWatch::kill);
    }

    private static boolean settled(Board board) {
        return board.all().stream().allMatch(status -> status.state() == State.HEALTHY)
                || board.all().stream().anyMatch(status -> status.state() == State.FAILED);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 512 * 1024);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
