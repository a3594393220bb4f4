package io.storehouse.shop.replica;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one request reads and what it has seen. It belongs to the request's thread; other threads have none. */
final class Route {
    private static final ThreadLocal<@Nullable Route> CURRENT = new ThreadLocal<>();

    /** Which database is asked outside transactions. */
    enum Way {
        /** The primary, or nobody. */
        PRIMARY,
        /** The primary and, while it is away, the replica: who is calling must be known by the newest word there is. */
        PRIMARY_FIRST,
        /** The replica. */
        REPLICA
    }

    private final boolean reading;
    private final @Nullable ReadPosition asked;
    private Way way;
    private boolean handling;
    private boolean beginning;
    private boolean unsaid;
    private boolean tookReplica;
    private @Nullable Gtids seen;
    private @Nullable Duration stale;

    private Route(boolean reading, @Nullable ReadPosition asked) {
        this.reading = reading;
        this.asked = asked;
        this.way = reading ? Way.PRIMARY_FIRST : Way.PRIMARY;
    }

    /** The route of a request; a reading one has not been decided yet. */
    static Route enter(boolean reading, @Nullable ReadPosition asked) {
        Route route = new Route(reading, asked);
        CURRENT.set(route);
        return route;
    }

    static void leave() {
        CURRENT.remove();
    }

    static @Nullable Route current() {
        return CURRENT.get();
    }

    /** Begins a transaction, which may write, and so always on the primary. */
    static void transactional(Runnable begin) {
        Route route = CURRENT.get();
        if (route == null) {
            begin.run();
            return;
        }
        boolean before = route.beginning;
        route.beginning = true;
        try {
            begin.run();
        } finally {
            route.beginning = before;
        }
    }

    /** The request is known and now does its work. */
    void handle(Way chosen) {
        handling = true;
        way = chosen;
    }

    Way way() {
        return beginning ? Way.PRIMARY : way;
    }

    boolean reading() {
        return reading;
    }

    boolean handling() {
        return handling;
    }

    Optional<ReadPosition> asked() {
        return Optional.ofNullable(asked);
    }

    /** The primary is asked, and what it says may be newer than what is known to be seen. */
    void takesPrimary() {
        unsaid |= handling;
    }

    void takesReplica() {
        tookReplica |= handling;
    }

    boolean tookReplica() {
        return tookReplica;
    }

    /** A transaction ended at that place: it covers all that was seen before. */
    void saw(Gtids place) {
        Gtids before = seen;
        seen = before == null ? place : before.with(place);
        unsaid = false;
    }

    /** Whether something was seen of the primary whose place is not known. */
    boolean unsaid() {
        return unsaid;
    }

    Optional<Gtids> seen() {
        return Optional.ofNullable(seen);
    }

    /** What the replica says may be that old, and nobody can say more. */
    void stale(Duration age) {
        stale = age;
    }

    Optional<Duration> stale() {
        return Optional.ofNullable(stale);
    }

    /** Forgets what a failed attempt said of itself. */
    void again() {
        tookReplica = false;
        stale = null;
    }
}
