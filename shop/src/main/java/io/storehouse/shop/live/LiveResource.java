package io.storehouse.shop.live;

import io.storehouse.contracts.LiveKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/live")
class LiveResource {
    private static final int ALL_DATES = 100_000;

    private final LiveFeed feed;
    private final LiveRedis redis;
    private final JsonMapper json;

    LiveResource(LiveFeed feed, LiveRedis redis, JsonMapper json) {
        this.feed = feed;
        this.redis = redis;
        this.json = json;
    }

    @GetMapping
    LiveSnapshot now() {
        return feed.now();
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return feed.connect();
    }

    /** All totals of stores' days as Redis has them, for the reconciliation. */
    @GetMapping("/figures")
    Figures figures() {
        LiveKeys keys = redis.keys();
        List<String> dates = redis.dates(keys, ALL_DATES);
        Map<String, List<String>> stores =
                redis.members(dates.stream().map(keys::storesOf).toList());
        Map<String, Day> days = new LinkedHashMap<>();
        for (String date : dates) {
            stores.getOrDefault(keys.storesOf(date), List.of())
                    .forEach(store -> days.put(keys.day(store, date), new Day(store, date)));
        }
        List<Figure> figures = new ArrayList<>();
        redis.figures(List.copyOf(days.keySet())).forEach((key, figure) -> {
            Day day = days.get(key);
            if (day != null) {
                figures.add(figure(day, figure.cut(), json.readTree(figure.value())));
            }
        });
        return new Figures(figures);
    }

    private static Figure figure(Day day, String cut, JsonNode value) {
        return new Figure(
                day.store(),
                day.date(),
                cut,
                value.path("orders").asLong(0),
                value.path("returns").asLong(0),
                value.path("lines").asLong(0),
                value.path("units").asString(""),
                value.path("gross").asString(""),
                value.path("discount").asString(""),
                value.path("returned").asString(""),
                value.path("net").asString(""));
    }

    private record Day(String store, String date) {}

    record Figures(List<Figure> figures) {}

    record Figure(
            String store,
            String businessDate,
            String cut,
            long orders,
            long returns,
            long lines,
            String units,
            String gross,
            String discount,
            String returned,
            String net) {}
}
