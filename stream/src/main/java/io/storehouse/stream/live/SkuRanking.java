package io.storehouse.stream.live;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The best-selling SKUs: by net descending, then by SKU. */
final class SkuRanking {
    private static final int SIZE = 10;
    private static final Comparator<SkuFigure> BEST_FIRST =
            Comparator.comparing(SkuFigure::net).reversed().thenComparing(SkuFigure::sku);

    private SkuRanking() {}

    /** The ranking of all SKUs. */
    static List<SkuFigure> of(Iterable<SkuFigure> all) {
        return best(StreamSupport.stream(all.spliterator(), false));
    }

    /**
     * Whether the old ranking and the changed SKUs suffice to tell the new one: no ranked SKU fell, so that none from
     * outside can have risen without a change of its own.
     */
    static boolean survives(List<SkuFigure> ranked, Collection<SkuFigure> changed) {
        Map<String, BigDecimal> before = ranked.stream().collect(Collectors.toMap(SkuFigure::sku, SkuFigure::net));
        return changed.stream()
                .noneMatch(figure -> figure.net().compareTo(before.getOrDefault(figure.sku(), figure.net())) < 0);
    }

    /** The ranking after some SKUs changed; only for one that {@link #survives}. */
    static List<SkuFigure> with(List<SkuFigure> ranked, Collection<SkuFigure> changed) {
        Map<String, SkuFigure> candidates = new HashMap<>();
        ranked.forEach(figure -> candidates.put(figure.sku(), figure));
        changed.forEach(figure -> candidates.put(figure.sku(), figure));
        return best(candidates.values().stream());
    }

    private static List<SkuFigure> best(Stream<SkuFigure> figures) {
        return figures.sorted(BEST_FIRST).limit(SIZE).toList();
    }
}
