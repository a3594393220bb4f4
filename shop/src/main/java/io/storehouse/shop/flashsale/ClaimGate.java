package io.storehouse.shop.flashsale;

import io.storehouse.shop.problems.ShopException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The gate in Redis: who may hope for a unit. It never lets in more than it was told there is; what it forgets or counts wrong, the
 * database corrects. Every change is one script.
 */
@Component
class ClaimGate {
    private static final RedisScript<String> CLAIM = script("claim", String.class);
    private static final RedisScript<Long> GIVE_BACK = script("give-back", Long.class);
    private static final RedisScript<Long> SETTLE = script("settle", Long.class);
    private static final RedisScript<Long> DEFINE = script("define", Long.class);
    private static final RedisScript<Long> REBUILD = script("rebuild", Long.class);
    private static final int CHUNK = 1_000;

    private final StringRedisTemplate redis;

    ClaimGate(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** What the gate says to a claim. */
    enum Verdict {
        /** A unit is taken for it; it must go into the queue. */
        CLAIMED,
        /** Taken before, and not seen to have reached the queue. */
        UNSENT,
        /** Taken before, and queued or settled. */
        KNOWN,
        PREPARING,
        CONFLICT,
        EARLY,
        OVER,
        SECOND,
        SOLD_OUT
    }

    Verdict claim(UUID sale, UUID claim, String customer, Instant now) {
        String said = ask(
                () -> redis.execute(CLAIM, keys(sale), claim.toString(), customer, Long.toString(now.toEpochMilli())));
        return Verdict.valueOf(
                Objects.requireNonNull(said).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** Undoes a claim that has not been seen to reach the queue; nothing happens to any other. */
    void giveBack(UUID sale, UUID claim, String customer) {
        ask(() -> redis.execute(GIVE_BACK, keys(sale), claim.toString(), customer));
    }

    /** The claims are in the queue. */
    void sent(UUID sale, Collection<UUID> claims) {
        ask(() -> redis.opsForZSet()
                .remove(keys(sale).get(3), claims.stream().map(UUID::toString).toArray()));
    }

    /** Whether a claim waits to be settled; the customer who made it, or null. */
    @Nullable
    String waiting(UUID sale, UUID claim) {
        Object known = ask(() -> redis.opsForHash().get(keys(sale).get(2), claim.toString()));
        return known instanceof String text && text.startsWith("p:") ? text.substring(2) : null;
    }

    /** Whether the sale is there. */
    boolean knows(UUID sale) {
        return Boolean.TRUE.equals(ask(() -> redis.hasKey(keys(sale).get(0))));
    }

    /** Tells what became of claims; false when the sale is not there. */
    boolean settle(UUID sale, List<Claim> claims) {
        Object[] told = claims.stream()
                .flatMap(claim -> List.of(
                        claim.id().toString(), claim.customer(), claim.state().inRedis())
                        .stream())
                .toArray();
        return Long.valueOf(1).equals(ask(() -> redis.execute(SETTLE, keys(sale), told)));
    }

    /** Tells a definition; false when the sale is not there. */
    boolean define(FlashSale sale) {
        return define(sale, "0");
    }

    /** Tells a definition that is the sale's first, so that nobody can have claimed of it. */
    void begin(FlashSale sale) {
        define(sale, "1");
    }

    private boolean define(FlashSale sale, String anew) {
        return Long.valueOf(1)
                .equals(ask(() -> redis.execute(
                        DEFINE,
                        keys(sale.id()),
                        Integer.toString(sale.version()),
                        Integer.toString(sale.quota()),
                        millis(sale.from()),
                        sale.open() ? millis(sale.until()) : "0",
                        server(),
                        anew)));
    }

    /** Puts a sale in place that is not there, with these claims and no other. */
    void rebuild(FlashSale sale, List<Claim> claims) {
        String suffix = ":" + UUID.randomUUID();
        List<String> keys = new ArrayList<>(keys(sale.id()));
        keys.add(keys.get(1) + suffix);
        keys.add(keys.get(2) + suffix);
        Map<String, String> buyers = new HashMap<>();
        Map<String, String> states = new HashMap<>();
        int taken = 0;
        for (Claim claim : claims) {
            String state = claim.state().inRedis();
            taken += state.equals("w") ? 1 : 0;
            states.put(claim.id().toString(), state + ":" + claim.customer());
            if (claim.state() != Claim.State.LOST) {
                buyers.put(claim.customer(), claim.id().toString());
            }
        }
        write(keys.get(4), buyers);
        write(keys.get(5), states);
        String remaining = Integer.toString(sale.quota() - taken);
        ask(() -> redis.execute(
                REBUILD,
                keys,
                Integer.toString(sale.version()),
                Integer.toString(sale.quota()),
                remaining,
                millis(sale.from()),
                millis(sale.until()),
                server()));
    }

    /** Forgets a sale that another run of Redis has left behind: it may have lost what came after. */
    void forgetStale(UUID sale) {
        Object server = ask(() -> redis.opsForHash().get(keys(sale).get(0), "server"));
        if (server != null && !server.equals(server())) {
            ask(() -> redis.delete(keys(sale).get(0)));
        }
    }

    /** Claims that were taken before that instant and have not been seen to reach the queue, by customer's claim. */
    Map<UUID, String> unsent(UUID sale, Instant before) {
        Set<String> ids =
                ask(() -> redis.opsForZSet().rangeByScore(keys(sale).get(3), 0, before.toEpochMilli(), 0, CHUNK));
        Map<UUID, String> unsent = new HashMap<>();
        if (ids == null || ids.isEmpty()) {
            return unsent;
        }
        List<Object> asked = List.copyOf(ids);
        List<Object> known = ask(() -> redis.opsForHash().multiGet(keys(sale).get(2), asked));
        for (int i = 0; i < asked.size(); i++) {
            if (known.get(i) instanceof String text && text.startsWith("p:")) {
                unsent.put(UUID.fromString((String) asked.get(i)), text.substring(2));
            }
        }
        return unsent;
    }

    private void write(String key, Map<String, String> entries) {
        List<Map.Entry<String, String>> all = List.copyOf(entries.entrySet());
        for (int from = 0; from < all.size(); from += CHUNK) {
            Map<String, String> chunk = new HashMap<>();
            all.subList(from, Math.min(all.size(), from + CHUNK))
                    .forEach(entry -> chunk.put(entry.getKey(), entry.getValue()));
            ask(() -> {
                redis.opsForHash().putAll(key, chunk);
                return true;
            });
        }
        // what a process leaves that dies here goes by itself
        ask(() -> redis.expire(key, java.time.Duration.ofMinutes(1)));
    }

    private String server() {
        Properties info = ask(() -> redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("server")));
        return Objects.requireNonNull(info).getProperty("run_id", "");
    }

    /** One slot for all keys of a sale. */
    static List<String> keys(UUID sale) {
        String base = "storehouse:flash:{" + sale + "}";
        return List.of(base, base + ":buyers", base + ":claims", base + ":pending");
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private interface Asked<T extends @Nullable Object> {
        T answer();
    }

    private static <T extends @Nullable Object> T ask(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (DataAccessException e) {
            throw new ShopException(
                    FlashSaleError.FLASH_SALE_AWAY,
                    "Cannot take claims: Redis does not answer; send the same claim again",
                    Map.of(ShopException.RETRY_AFTER, 2),
                    e);
        }
    }

    private static <T> RedisScript<T> script(String name, Class<T> type) {
        return RedisScript.of(new ClassPathResource(name + ".lua", ClaimGate.class), type);
    }
}
