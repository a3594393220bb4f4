package io.storehouse.shop.live;

import io.storehouse.contracts.Cut;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.shop.access.Callers;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.math.BigDecimal;
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

@RestController
@RequestMapping("/api/v1/live")
class LiveResource {
    private static final int ALL_DATES = 100_000;
    private static final BigDecimal NO_MONEY = BigDecimal.ZERO.setScale(4);
    private static final BigDecimal NO_UNITS = BigDecimal.ZERO.setScale(3);

    private final LiveFeed feed;
    private final LiveRedis redis;
    private final Callers callers;
    private final FigureReader reader = new FigureReader();

    LiveResource(LiveFeed feed, LiveRedis redis, Callers callers) {
        this.feed = feed;
        this.redis = redis;
        this.callers = callers;
    }

    @GetMapping
    LiveSnapshot now() {
        return feed.now();
    }

    @ApiResponse(
            responseCode = "200",
            description = "Events named live; the data of each is the newest snapshot",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = LiveSnapshot.class)))
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return feed.connect(new LiveClient.Watcher(callers.current().name(), session == null ? "" : session.getId()));
    }

    /** All totals of stores' days as Redis has them, for the reconciliation; unreadable ones are nothing. */
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
                figures.add(
                        isCut(figure.cut())
                                ? reader.read(key, figure.value())
                                        .map(value -> figure(day, figure.cut(), value))
                                        .orElseGet(() -> unreadable(day, figure.cut()))
                                : unreadable(day, Cut.empty().text()));
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
                FigureReader.number(value, "units"),
                FigureReader.number(value, "gross"),
                FigureReader.number(value, "discount"),
                FigureReader.number(value, "returned"),
                FigureReader.number(value, "net"),
                false);
    }

    /** Nothing up to the cut, which differs from what the lake has up to it. */
    private static Figure unreadable(Day day, String cut) {
        return new Figure(
                day.store(), day.date(), cut, 0, 0, 0, NO_UNITS, NO_MONEY, NO_MONEY, NO_MONEY, NO_MONEY, true);
    }

    private static boolean isCut(String text) {
        try {
            return !Cut.parse(text).text().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
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
            BigDecimal units,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal returned,
            BigDecimal net,
            boolean unreadable) {}
}
