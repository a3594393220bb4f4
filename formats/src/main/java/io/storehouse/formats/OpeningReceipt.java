package io.storehouse.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Stock that a store must have had, because documents take it out and no document of the file brings it in.
 *
 * @param id made from a seed, the store, the period and the chunk: computed again from the same documents, it is the same
 * @param reference for people
 * @param occurredAt when the first document of the store and period did
 * @param lines at most {@link #MAX_LINES}, in order of SKU
 */
public record OpeningReceipt(UUID id, String reference, String store, Instant occurredAt, List<Line> lines) {
    /** Lines of one receipt. */
    public static final int MAX_LINES = 500;
    /** The file tells no costs: what goods cost is assumed to be half of what they sell for. */
    public static final BigDecimal ASSUMED_COST_SHARE = new BigDecimal("0.50");

    private static final int COST_PLACES = 4;

    /** One SKU: all units that the period's documents take out, returns not set off. */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitCost) {}

    /** The receipts, one a store and month (or several where it has many SKUs), of all that the documents take out. */
    public static List<OpeningReceipt> byMonth(
            UUID seed, Collection<SalesDocument> documents, Map<String, Article> articles) {
        return of(seed, documents, articles, date -> YearMonth.from(date).toString());
    }

    /** The receipts, one a store and day, of all that the documents take out. */
    public static List<OpeningReceipt> byDay(
            UUID seed, Collection<SalesDocument> documents, Map<String, Article> articles) {
        return of(seed, documents, articles, LocalDate::toString);
    }

    private static List<OpeningReceipt> of(
            UUID seed,
            Collection<SalesDocument> documents,
            Map<String, Article> articles,
            Function<LocalDate, String> periodOf) {
        Map<String, Need> needs = new TreeMap<>();
        for (SalesDocument document : documents) {
            String period = periodOf.apply(document.head().localTime().toLocalDate());
            needs.computeIfAbsent(
                            period + "/" + document.head().store(),
                            key -> new Need(document.head().store(), period))
                    .add(document);
        }
        return needs.values().stream()
                .flatMap(need -> need.receipts(seed, articles).stream())
                .toList();
    }

    private static BigDecimal cost(Map<String, Article> articles, String sku) {
        Article article = articles.get(sku);
        return article == null || article.price() == null
                ? BigDecimal.ZERO
                : article.price().multiply(ASSUMED_COST_SHARE).setScale(COST_PLACES, RoundingMode.HALF_UP);
    }

    /** What one store needs for one period. */
    private static final class Need {
        private final String store;
        private final String period;
        private final Map<String, BigDecimal> units = new TreeMap<>();
        private Instant first = Instant.MAX;

        Need(String store, String period) {
            this.store = store;
            this.period = period;
        }

        void add(SalesDocument document) {
            for (DocumentLine line : document.lines()) {
                BigDecimal taken = document.unitsTaken(line);
                if (taken.signum() > 0) {
                    units.merge(line.sku(), taken, BigDecimal::add);
                }
            }
            if (document.head().occurredAt().isBefore(first)) {
                first = document.head().occurredAt();
            }
        }

        List<OpeningReceipt> receipts(UUID seed, Map<String, Article> articles) {
            List<Line> lines = units.entrySet().stream()
                    .map(need -> new Line(need.getKey(), need.getValue(), cost(articles, need.getKey())))
                    .toList();
            List<OpeningReceipt> receipts = new ArrayList<>();
            for (int from = 0; from < lines.size(); from += MAX_LINES) {
                int chunk = from / MAX_LINES + 1;
                receipts.add(new OpeningReceipt(
                        UuidV5.of(seed, "opening/" + store + "/" + period + "/" + chunk),
                        "OPENING " + period + " " + chunk,
                        store,
                        first,
                        lines.subList(from, Math.min(lines.size(), from + MAX_LINES))));
            }
            return receipts;
        }
    }
}
