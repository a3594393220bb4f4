package io.storehouse.shop.pricelists;

import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what rows change, by list and time. */
final class PriceSheet {
    private static final String REASON = "file";

    private final Instant now;
    private final Map<Place, Map<String, @Nullable BigDecimal>> said = new HashMap<>();
    private final Map<Place, Map<String, @Nullable BigDecimal>> ended = new HashMap<>();

    PriceSheet(Instant now) {
        this.now = now;
    }

    private record Place(@Nullable String store, @Nullable Instant from) {}

    /**
     * Takes a row.
     *
     * @param atStart what the list says when the row begins
     * @param atEnd what it says when the row ends
     */
    Outcome take(PriceFile.Row row, ListedPrices.Said atStart, ListedPrices.Said atEnd) {
        if (Objects.equals(atStart.price(), row.price())) {
            return Outcome.UNCHANGED;
        }
        if (row.from() != null && row.from().isBefore(now)) {
            return Outcome.refused(
                    new RowProblem("from", PriceError.PRICE_IN_THE_PAST.code(), PriceError.PRICE_IN_THE_PAST.title()));
        }
        if (row.until() != null && !row.until().isAfter(now)) {
            return Outcome.refused(
                    new RowProblem("until", PriceError.PRICE_IN_THE_PAST.code(), PriceError.PRICE_IN_THE_PAST.title()));
        }
        put(said, new Place(row.store(), row.from()), row.sku(), row.price());
        boolean saidUntil = atEnd.from() != null && !Objects.equals(atEnd.from(), atStart.from());
        if (row.until() != null && !saidUntil) {
            put(ended, new Place(row.store(), row.until()), row.sku(), atEnd.price());
        }
        return atStart.price() == null ? Outcome.ADDED : Outcome.CHANGED;
    }

    private static void put(
            Map<Place, Map<String, @Nullable BigDecimal>> into, Place place, String sku, @Nullable BigDecimal price) {
        into.computeIfAbsent(place, key -> new TreeMap<>()).put(sku, price);
    }

    /** The changes; what a row says of a time goes before what another's end says of it. */
    List<ChangePrices> changes(String by) {
        ended.forEach((place, prices) -> prices.forEach((sku, price) -> {
            Map<String, @Nullable BigDecimal> explicit = said.computeIfAbsent(place, key -> new TreeMap<>());
            if (!explicit.containsKey(sku)) {
                explicit.put(sku, price);
            }
        }));
        List<ChangePrices> changes = new ArrayList<>();
        said.entrySet().stream()
                .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
                .forEach(entry -> changes.add(new ChangePrices(
                        UUID.randomUUID(),
                        entry.getKey().store(),
                        entry.getKey().from(),
                        by,
                        REASON,
                        lines(entry.getValue()))));
        return changes;
    }

    private static List<ChangePrices.Line> lines(Map<String, @Nullable BigDecimal> prices) {
        List<ChangePrices.Line> lines = new ArrayList<>(prices.size());
        prices.forEach((sku, price) -> lines.add(new ChangePrices.Line(sku, price)));
        return lines;
    }
}
