package io.storehouse.stream.live;

import io.storehouse.contracts.Cut;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest sales and returns, newest first.
 *
 * @param cut what is folded, as {@code Cut.text()}
 */
public record TickerFigure(String cut, List<Entry> entries) {
    private static final int SIZE = 20;
    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::recordedAt).reversed().thenComparing(Entry::id);

    /**
     * One document.
     *
     * @param kind {@code sale} or {@code return}
     * @param amount Σ lines, positive for both kinds
     */
    public record Entry(
            String id,
            String number,
            String kind,
            String store,
            String businessDate,
            Instant recordedAt,
            BigDecimal amount,
            int lines) {

        private static Entry of(SaleDocument document) {
            return new Entry(
                    document.id(),
                    document.number(),
                    document.isReturn() ? "return" : "sale",
                    document.store(),
                    document.businessDate(),
                    document.recordedAt(),
                    document.amount(),
                    document.lines().size());
        }
    }

    /** The figure that has folded nothing. */
    static TickerFigure empty() {
        return new TickerFigure(Cut.empty().text(), List.of());
    }

    /** This figure with one more document folded. */
    TickerFigure with(SaleDocument document) {
        List<Entry> newest = Stream.concat(entries.stream(), Stream.of(Entry.of(document)))
                .sorted(NEWEST_FIRST)
                .limit(SIZE)
                .toList();
        return new TickerFigure(
                Cut.parse(cut).with(document.partition(), document.offset()).text(), newest);
    }
}
