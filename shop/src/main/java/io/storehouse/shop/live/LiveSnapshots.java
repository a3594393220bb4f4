package io.storehouse.shop.live;

import io.storehouse.shop.reconciliation.Reconciliations;
import io.storehouse.shop.sales.SalesBook;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes of figures and of what the shop knows what the page shows. */
@Component
class LiveSnapshots {
    private static final double MILLIS = 1000.0;

    private final Stores stores;
    private final SalesBook book;
    private final Reconciliations reconciliations;
    private final LiveSettings settings;
    private final Clock clock;

    LiveSnapshots(Stores stores, SalesBook book, Reconciliations reconciliations, LiveSettings settings, Clock clock) {
        this.stores = stores;
        this.book = book;
        this.reconciliations = reconciliations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The snapshot of a view.
     *
     * @param pulsingSince since when pulses are sent; null while nobody watches
     */
    LiveSnapshot of(LiveView view, @Nullable Instant pulsingSince) {
        Instant now = clock.instant();
        List<Store> known = stores.all();
        String date = view.dates().isEmpty() ? null : view.dates().get(0);
        Totals totals = totals(view);
        Currency currency = currency(known, view);
        Duration behind = behind(view, pulsingSince, now);
        return new LiveSnapshot(
                date,
                known.stream()
                        .anyMatch(store ->
                                store.businessTimeOf(now).date().toString().equals(date)),
                currency.getCurrencyCode(),
                totals.net(),
                totals.gross(),
                totals.returned(),
                totals.orders(),
                totals.returns(),
                totals.units(),
                aov(totals, currency),
                date == null ? List.of() : view.curve(0),
                previous(view),
                tiles(view, known),
                topSkus(view),
                ticker(view),
                behind.toMillis() / MILLIS,
                behind.compareTo(settings.staleAfter()) > 0,
                now,
                reconciliations.latest().orElse(null));
    }

    /** The worse of two ages: the newest pulse beyond its interval, and the first sale that has not come through. */
    private Duration behind(LiveView view, @Nullable Instant pulsingSince, Instant now) {
        Duration pulse = Duration.ZERO;
        if (pulsingSince != null) {
            Instant seen = view.pulse();
            Instant since = seen == null || seen.isBefore(pulsingSince) ? pulsingSince : seen;
            pulse = Duration.between(since, now).minus(settings.pulseInterval());
        }
        Instant newest = view.newestSeen();
        Duration sale = book.firstRecordedAfter(newest == null ? Instant.EPOCH : newest)
                .map(recorded -> Duration.between(recorded, now))
                .orElse(Duration.ZERO);
        Duration worse = pulse.compareTo(sale) > 0 ? pulse : sale;
        return worse.isNegative() ? Duration.ZERO : worse;
    }

    private static LiveSnapshot.@Nullable Previous previous(LiveView view) {
        if (view.dates().size() < 2) {
            return null;
        }
        List<LiveSnapshot.Point> curve = view.curve(1);
        return curve.isEmpty() ? null : new LiveSnapshot.Previous(view.dates().get(1), curve);
    }

    private static @Nullable BigDecimal aov(Totals totals, Currency currency) {
        int places = Math.max(0, currency.getDefaultFractionDigits());
        return totals.orders() == 0
                ? null
                : totals.net().divide(BigDecimal.valueOf(totals.orders()), places, RoundingMode.HALF_UP);
    }

    private static Currency currency(List<Store> known, LiveView view) {
        List<String> selling = view.dates().isEmpty() ? List.of() : view.storesOf(0);
        return known.stream()
                .filter(store -> selling.isEmpty() || selling.contains(store.code()))
                .map(Store::currency)
                .findFirst()
                .orElseGet(() -> Currency.getInstance("GBP"));
    }

    private static List<LiveSnapshot.StoreTile> tiles(LiveView view, List<Store> known) {
        Map<String, Store> byCode = known.stream().collect(Collectors.toMap(Store::code, Function.identity()));
        if (view.dates().isEmpty()) {
            return List.of();
        }
        return view.storesOf(0).stream()
                .map(code -> {
                    JsonNode day = view.day(code);
                    Store store = byCode.get(code);
                    return new LiveSnapshot.StoreTile(
                            code, store == null ? code : store.name(), number(day, "net"), count(day, "orders"));
                })
                .sorted(Comparator.comparing(LiveSnapshot.StoreTile::net)
                        .reversed()
                        .thenComparing(LiveSnapshot.StoreTile::code))
                .toList();
    }

    private static List<LiveSnapshot.TopSku> topSkus(LiveView view) {
        return view.topSkus()
                .path("skus")
                .valueStream()
                .map(sku -> new LiveSnapshot.TopSku(
                        sku.path("sku").asString(""),
                        sku.path("name").asString(""),
                        number(sku, "units"),
                        number(sku, "net")))
                .toList();
    }

    private static List<LiveSnapshot.Ticker> ticker(LiveView view) {
        return view.ticker()
                .path("orders")
                .valueStream()
                .flatMap(order ->
                        LiveSnapshot.Kind.of(order.path("kind").asString("")).map(kind -> tick(order, kind)).stream())
                .toList();
    }

    private static LiveSnapshot.Ticker tick(JsonNode order, LiveSnapshot.Kind kind) {
        return new LiveSnapshot.Ticker(
                order.path("id").asString(""),
                order.path("no").asString(""),
                kind,
                order.path("store").asString(""),
                Objects.requireNonNullElse(LiveView.instant(order), Instant.EPOCH),
                number(order, "amount"),
                count(order, "lines"));
    }

    private static Totals totals(LiveView view) {
        Totals totals = Totals.NONE;
        if (view.dates().isEmpty()) {
            return totals;
        }
        for (String store : view.storesOf(0)) {
            JsonNode day = view.day(store);
            totals = new Totals(
                    totals.net().add(number(day, "net")),
                    totals.gross().add(number(day, "gross")),
                    totals.returned().add(number(day, "returned")),
                    totals.orders() + count(day, "orders"),
                    totals.returns() + count(day, "returns"),
                    totals.units().add(number(day, "units")));
        }
        return totals;
    }

    private static BigDecimal number(JsonNode value, String name) {
        return FigureReader.number(value, name);
    }

    private static long count(JsonNode value, String name) {
        return value.path(name).asLong(0);
    }

    private record Totals(
            BigDecimal net, BigDecimal gross, BigDecimal returned, long orders, long returns, BigDecimal units) {
        static final Totals NONE = new Totals(money(), money(), money(), 0, 0, BigDecimal.ZERO.setScale(3));

        private static BigDecimal money() {
            return BigDecimal.ZERO.setScale(4);
        }
    }
}
