package io.storehouse.shop.live;

import io.storehouse.shop.access.AccountChanged;
import io.storehouse.shop.access.SessionEnded;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.reconciliation.ReconciliationOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Pushes snapshots to browsers while there are any: after a change, and every second. */
@Component
class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    /** After it the browser connects again, and shows again who it is. */
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);

    private final LiveRedis redis;
    private final FigureReader reader = new FigureReader();
    private final LiveView view;
    private final LiveSnapshots snapshots;
    private final LiveSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final List<LiveClient> clients = new CopyOnWriteArrayList<>();
    private final Object news = new Object();
    private Set<String> changed = new HashSet<>();
    private @Nullable Instant watchedSince;
    private @Nullable ExecutorService senders;
    private @Nullable Thread thread;
    private volatile boolean running;
    /** The feed thread's own. */
    private Instant trustedUntil = Instant.MIN;

    private Instant aliveUntil = Instant.MIN;
    private String channel = "";
    private String failure = "";
    private long frame;

    LiveFeed(LiveRedis redis, LiveSnapshots snapshots, LiveSettings settings, JsonMapper json, Clock clock) {
        this.redis = redis;
        this.view = new LiveView(redis, reader);
        this.snapshots = snapshots;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** A browser that wants every newest snapshot, beginning with the one of now. */
    SseEmitter connect(LiveClient.Watcher watcher) {
        SseEmitter emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        ExecutorService pool = senders;
        if (pool == null || clients.size() >= settings.clients()) {
            throw new ShopException(LiveError.TOO_MANY_WATCHERS, "Cannot watch: too many browsers do");
        }
        LiveClient client = new LiveClient(emitter, watcher, pool, this::leave);
        synchronized (news) {
            if (clients.isEmpty()) {
                watchedSince = clock.instant();
            }
            clients.add(client);
            changed.add("");
            news.notifyAll();
        }
        return emitter;
    }

    boolean isWatched() {
        return !clients.isEmpty();
    }

    /** What the page shows now, read afresh. */
    LiveSnapshot now() {
        LiveView fresh = new LiveView(redis, reader);
        fresh.refresh(Set.of());
        return snapshots.of(fresh, since());
    }

    @EventListener
    void on(ReconciliationOutcome outcome) {
        changed("");
    }

    @EventListener
    void on(SessionEnded ended) {
        clients.stream()
                .filter(client -> client.watcher().session().equals(ended.sessionId()))
                .forEach(LiveClient::end);
    }

    @EventListener
    void on(AccountChanged changedAccount) {
        clients.stream()
                .filter(client -> !client.watcher().session().isEmpty())
                .filter(client -> client.watcher().name().equals(changedAccount.username()))
                .forEach(LiveClient::end);
    }

    private void changed(String key) {
        synchronized (news) {
            changed.add(key);
            news.notifyAll();
        }
    }

    private void leave(LiveClient client) {
        synchronized (news) {
            clients.remove(client);
            if (clients.isEmpty()) {
                watchedSince = null;
            }
        }
    }

    private @Nullable Instant since() {
        synchronized (news) {
            return watchedSince;
        }
    }

    private void run() {
        while (running) {
            Set<String> keys = awaitNews();
            if (!running || clients.isEmpty()) {
                continue;
            }
            read(keys);
            try {
                frame++;
                push(new LiveClient.Frame(frame, json.writeValueAsString(snapshots.of(view, since()))));
                failure = "";
            } catch (ShopException | DataAccessException | TransactionException e) {
                LOG.debug("No snapshot is pushed: {}", e.getMessage());
            } catch (RuntimeException e) {
                defect(e);
            }
            if (clock.instant().isAfter(aliveUntil)) {
                aliveUntil = clock.instant().plus(settings.heartbeat());
                push(new LiveClient.Frame(frame, null));
            }
        }
    }

    /** What was not read is read when Redis answers again. */
    private void read(Set<String> keys) {
        try {
            Instant now = clock.instant();
            if (now.isAfter(trustedUntil)) {
                view.reload();
                listen();
                trustedUntil = now.plus(settings.reload());
            } else {
                view.refresh(keys);
            }
        } catch (ShopException e) {
            trustedUntil = Instant.MIN;
            LOG.debug("The live view is not read: {}", e.getMessage());
        } catch (RuntimeException e) {
            trustedUntil = Instant.MIN;
            defect(e);
        }
    }

    /** The page outlives it; said once until a snapshot is pushed again. */
    private void defect(RuntimeException defect) {
        String now = defect.toString();
        if (!now.equals(failure)) {
            failure = now;
            LOG.error("No live snapshot can be made", defect);
        }
    }

    private void listen() {
        String now = view.channel();
        if (!now.equals(channel)) {
            redis.listen(now, this::changed);
            channel = now;
        }
    }

    private void push(LiveClient.Frame frame) {
        clients.forEach(client -> client.offer(frame));
    }

    /** Waits for a change, at most one tick; then gathers those that come within the coalescing time. */
    private Set<String> awaitNews() {
        try {
            synchronized (news) {
                if (changed.isEmpty()) {
                    news.wait(TICK.toMillis());
                }
            }
            TimeUnit.NANOSECONDS.sleep(settings.coalesce().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (news) {
            Set<String> keys = changed;
            changed = new HashSet<>();
            return keys;
        }
    }

    @Override
    public void start() {
        channel = "";
        trustedUntil = Instant.MIN;
        running = true;
        senders = new ThreadPoolExecutor(
                0,
                settings.clients(),
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> daemon(task, "live-send"));
        Thread feed = daemon(this::run, "live-feed");
        thread = feed;
        feed.start();
    }

    @Override
    public void stop() {
        running = false;
        clients.forEach(LiveClient::end);
        if (thread != null) {
            thread.interrupt();
        }
        if (senders != null) {
            senders.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends before the web server, which waits for open requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread daemon = new Thread(task, name);
        daemon.setDaemon(true);
        return daemon;
    }
}
