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
    private final FigureReader reader;
    private Map<String, JsonNode> figures = new HashMap<>();
    private Map<String, Map<String, BigDecimal>> minutes = new HashMap<>();
    private Map<String, List<String>> stores = new HashMap<>();
    private List<String> dates = List.of();
    private @Nullable LiveKeys keys;

    LiveView(LiveRedis redis, FigureReader reader) {
        this.redis = redis;
        this.reader = reader;
    }

    /** The channel that names what changed. */
    String channel() {
        return keys().changes();
    }

    /** Reads everything anew, the keyspace too. Keeps what it had when Redis does not answer. */
    void reload() {
        LiveView fresh = new LiveView(redis, reader);
        fresh.refresh(Set.of());
        keys = fresh.keys;
        dates = fresh.dates;
        stores = fresh.stores;
        figures = fresh.figures;
        minutes = fresh.minutes;
    }

    /** Reads what has changed and what is not known. Keeps what it had when Redis does not answer. */
    void refresh(Set<String> changed) {
        LiveKeys at = keys();
        List<String> newDates = redis.dates(at, 2);
        // a store's first figure of a date comes with no news of the set, so sets are never trusted
        Map<String, List<String>> newStores =
                redis.members(newDates.stream().map(at::storesOf).toList());
        List<String> wanted = new ArrayList<>(List.of(at.ticker(), at.pulse()));
        List<String> curves = new ArrayList<>();
        for (int i = 0; i < newDates.size(); i++) {
            String date = newDates.get(i);
            List<String> selling = newStores.getOrDefault(at.storesOf(date), List.of());
            selling.forEach(store -> curves.add(at.minutes(store, date)));
            if (i == 0) {
                wanted.add(at.topSkus(date));
                selling.forEach(store -> wanted.add(at.day(store, date)));
            }
        }
        Map<String, JsonNode> newFigures = without(figures, changed);
        redis.figures(missing(wanted, newFigures))
                .forEach((key, figure) ->
                        newFigures.put(key, reader.read(key, figure.value()).orElseGet(JSON::createObjectNode)));
        Map<String, Map<String, BigDecimal>> newMinutes = without(minutes, changed);
        redis.hashes(missing(curves, newMinutes))
                .forEach((key, fields) -> newMinutes.put(key, netByMinute(key, fields)));
        dates = newDates;
        stores = newStores;
        figures = newFigures;
        minutes = newMinutes;
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

    private static <V> Map<String, V> without(Map<String, V> known, Set<String> changed) {
        Map<String, V> rest = new HashMap<>(known);
        rest.keySet().removeAll(changed);
        return rest;
    }

    private static List<String> missing(List<String> wanted, Map<String, ?> known) {
        return wanted.stream().filter(key -> !known.containsKey(key)).toList();
    }

    private Map<String, BigDecimal> netByMinute(String key, Map<String, String> fields) {
        Map<String, BigDecimal> nets = new HashMap<>();
        fields.forEach((minute, value) -> reader.read(key + " " + minute, value.substring(value.indexOf('|') + 1))
                .ifPresent(figure -> nets.put(minute, FigureReader.number(figure, "net"))));
        return nets;
    }
}
