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

/** Gathers what rows change, by list and time. Each row finds the list as those before it have left it. */
final class PriceSheet {
    private static final String REASON = "file";

    private final Instant now;
    private final Map<Place, Map<String, @Nullable BigDecimal>> changed = new HashMap<>();
    private final Map<Listed, TreeMap<Instant, ListedPrices.Said>> written = new HashMap<>();

    PriceSheet(Instant now) {
        this.now = now;
    }

    private record Place(@Nullable String store, @Nullable Instant from) {}

    private record Listed(@Nullable String store, String sku) {}

    /**
     * What the list said before any row.
     *
     * @param atStart when a row begins
     * @param beforeEnd the last moment before it ends; as at the start where it does not end
     * @param atEnd when it ends
     */
    record Before(ListedPrices.Said atStart, ListedPrices.Said beforeEnd, ListedPrices.Said atEnd) {}

    /** Takes a row. */
    Outcome take(PriceFile.Row row, Before before) {
        Instant from = row.from() == null ? now : row.from();
        ListedPrices.Said atStart = at(row, from, before.atStart());
        if (row.until() != null
                && row.until().isAfter(from)
                && !isOfTheSame(at(row, PriceFile.lastOf(row.until()), before.beforeEnd()), atStart)) {
            return Outcome.refused(
                    new RowProblem("until", PriceError.PRICE_OVERLAP.code(), PriceError.PRICE_OVERLAP.title()));
        }
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
        if (row.until() != null) {
            ListedPrices.Said atEnd = at(row, row.until(), before.atEnd());
            if (isOfTheSame(atEnd, atStart)) {
                put(row, row.until(), row.until(), atEnd.price());
            }
        }
        put(row, row.from(), from, row.price());
        return atStart.price() == null ? Outcome.ADDED : Outcome.CHANGED;
    }

    /** The changes, each of one list and time. */
    List<ChangePrices> changes(String by) {
        List<ChangePrices> changes = new ArrayList<>();
        changed.entrySet().stream()
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

    /** Whether the list has said nothing new between the two. */
    private static boolean isOfTheSame(ListedPrices.Said later, ListedPrices.Said earlier) {
        return Objects.equals(later.from(), earlier.from());
    }

    /** What the row's list says at an instant, by what it said before and by the rows since. */
    private ListedPrices.Said at(PriceFile.Row row, Instant at, ListedPrices.Said before) {
        TreeMap<Instant, ListedPrices.Said> since = written.get(new Listed(row.store(), row.sku()));
        Map.Entry<Instant, ListedPrices.Said> last = since == null ? null : since.floorEntry(at);
        return last == null || before.from() != null && before.from().isAfter(last.getKey()) ? before : last.getValue();
    }

    private void put(PriceFile.Row row, @Nullable Instant place, Instant from, @Nullable BigDecimal price) {
        changed.computeIfAbsent(new Place(row.store(), place), key -> new TreeMap<>())
                .put(row.sku(), price);
        written.computeIfAbsent(new Listed(row.store(), row.sku()), key -> new TreeMap<>())
                .put(from, new ListedPrices.Said(price, from));
    }

    private static List<ChangePrices.Line> lines(Map<String, @Nullable BigDecimal> prices) {
        List<ChangePrices.Line> lines = new ArrayList<>(prices.size());
        prices.forEach((sku, price) -> lines.add(new ChangePrices.Line(sku, price)));
        return lines;
    }
}
