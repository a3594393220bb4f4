package io.storehouse.formats;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of a file say of a SKU.
 *
 * @param name the most frequent description that is not empty, ties in order of text; the SKU where there is none
 * @param price the most frequent price above 0, ties to the lower; null where there is none
 * @param goods false for a service
 */
public record Article(String sku, String name, @Nullable BigDecimal price, boolean goods) {

    /** The articles of the documents by SKU, in order of SKU. */
    public static Map<String, Article> of(Collection<SalesDocument> documents) {
        Map<String, Counts> counts = new TreeMap<>();
        for (SalesDocument document : documents) {
            for (DocumentLine line : document.lines()) {
                counts.computeIfAbsent(line.sku(), sku -> new Counts(line.goods()))
                        .add(document.kind(), line);
            }
        }
        Map<String, Article> articles = new TreeMap<>();
        counts.forEach((sku, count) -> {
            String name = mostFrequent(count.names);
            articles.put(sku, new Article(sku, name == null ? sku : name, mostFrequent(count.prices), count.goods));
        });
        return articles;
    }

    private static <T extends Comparable<T>> @Nullable T mostFrequent(Map<T, Integer> counts) {
        return counts.entrySet().stream()
                .min(Map.Entry.<T, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static final class Counts {
        private final boolean goods;
        private final Map<String, Integer> names = new HashMap<>();
        private final Map<BigDecimal, Integer> prices = new HashMap<>();

        Counts(boolean goods) {
            this.goods = goods;
        }

        void add(DocumentKind kind, DocumentLine line) {
            // an adjustment's description is its reason, such as "damages"
            if (kind != DocumentKind.ADJUSTMENT && !line.name().isEmpty()) {
                names.merge(line.name(), 1, Integer::sum);
            }
            if (line.unitPrice().signum() > 0) {
                prices.merge(line.unitPrice(), 1, Integer::sum);
            }
        }
    }
}
