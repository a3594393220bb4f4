package io.storehouse.shop.live;

import io.storehouse.contracts.LiveKeys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of the latest business date as last read. Reads again only what changed; not thread-safe.
 */
final class LiveView {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveRedis redis;
    private final Map<String, JsonNode> figures = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> minutes = new HashMap<>();
    private final Map<String, List<String>> stores = new HashMap<>();
    private List<String> dates = List.of();
    private @Nullable LiveKeys keys;

    LiveView(LiveRedis redis) {
        this.redis = redis;
    }

    /** The channel that names what changed. */
    String channel() {
        return keys().changes();
    }

    /** Forgets everything; the keyspace too is looked up again. */
    void forget() {
        keys = redis.keys();
        figures.clear();
        minutes.clear();
        stores.clear();
        dates = List.of();
    }

    /** Forgets what has changed and reads what is not known. Keeps what it had when Redis does not answer. */
    void refresh(Set<String> changed) {
        LiveKeys at = keys();
        changed.forEach(this::forget);
        dates = redis.dates(at, 2);
        List<String> sets = dates.stream().map(at::storesOf).toList();
        stores.putAll(redis.members(missing(sets, stores)));
        List<String> wanted = new ArrayList<>(List.of(at.ticker(), at.pulse()));
        if (!dates.isEmpty()) {
            wanted.add(at.topSkus(dates.get(0)));
            storesOf(0).forEach(store -> wanted.add(at.day(store, dates.get(0))));
        }
        redis.figures(missing(wanted, figures))
                .forEach((key, figure) -> figures.put(key, JSON.readTree(figure.value())));
        List<String> curves = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            String date = dates.get(i);
            storesOf(i).forEach(store -> curves.add(at.minutes(store, date)));
        }
        redis.hashes(missing(curves, minutes)).forEach((key, fields) -> minutes.put(key, netByMinute(fields)));
    }

    List<String> dates() {
        return dates;
    }

    /** The stores with figures on the newest date, or on the one before. */
    List<String> storesOf(int index) {
        return stores.getOrDefault(keys().storesOf(dates.get(index)), List.of());
    }

    /** A store's totals on the newest date. */
    JsonNode day(String store) {
        return figure(keys().day(store, dates.get(0)));
    }

    JsonNode topSkus() {
        return dates.isEmpty() ? JSON.createObjectNode() : figure(keys().topSkus(dates.get(0)));
    }

    JsonNode ticker() {
        return figure(keys().ticker());
    }

    /** When the newest pulse that came through was recorded. */
    @Nullable
    Instant pulse() {
        return instant(figure(keys().pulse()));
    }

    /** When the newest sale or return that came through was recorded. */
    @Nullable
    Instant newestSeen() {
        Stream<Instant> days = dates.isEmpty()
                ? Stream.of()
                : storesOf(0).stream().map(this::day).map(LiveView::instant).filter(Objects::nonNull);
        Stream<Instant> ticks =
                ticker().path("orders").valueStream().map(LiveView::instant).filter(Objects::nonNull);
        return Stream.concat(days, ticks).max(Comparator.naturalOrder()).orElse(null);
    }

    /** Cumulative net over all stores by minute, of the newest date or of the one before. */
    List<LiveSnapshot.Point> curve(int index) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        storesOf(index)
                .forEach(store -> minutes.getOrDefault(keys().minutes(store, dates.get(index)), Map.of())
                        .forEach((minute, net) -> sums.merge(minute, net, BigDecimal::add)));
        List<LiveSnapshot.Point> curve = new ArrayList<>(sums.size());
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> minute : sums.entrySet()) {
            total = total.add(minute.getValue());
            curve.add(new LiveSnapshot.Point(minute.getKey(), total));
        }
        return curve;
    }

    static @Nullable Instant instant(JsonNode value) {
        String text = value.path("recorded_at").asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private LiveKeys keys() {
        LiveKeys known = keys;
        if (known == null) {
            known = redis.keys();
            keys = known;
        }
        return known;
    }

    private JsonNode figure(String key) {
        JsonNode known = figures.get(key);
        return known == null ? JSON.createObjectNode() : known;
    }

    private void forget(String key) {
        figures.remove(key);
        minutes.remove(key);
        stores.remove(key);
    }

    /** A store's first figure of a date comes with no news of the set, so sets are never trusted. */
    private <V> List<String> missing(List<String> wanted, Map<String, V> known) {
        return wanted.stream()
                .filter(key -> known == stores || !known.containsKey(key))
                .toList();
    }

    private static Map<String, BigDecimal> netByMinute(Map<String, String> fields) {
        Map<String, BigDecimal> nets = new HashMap<>();
        fields.forEach((minute, value) -> {
            String json = value.substring(value.indexOf('|') + 1);
            nets.put(minute, new BigDecimal(JSON.readTree(json).path("net").asString("0")));
        });
        return nets;
    }
}
