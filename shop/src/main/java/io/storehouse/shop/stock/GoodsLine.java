package io.storehouse.shop.stock;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goods of a document: quantity with at most 3 places. Lines of one SKU count together. */
public record GoodsLine(String sku, BigDecimal quantity) {
    /** Brings the parts into their form. */
    public GoodsLine {
        sku = sku.toUpperCase(Locale.ROOT);
        quantity = Decimals.quantity(quantity, "quantity");
    }

    static SortedMap<String, BigDecimal> sums(List<GoodsLine> lines) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.sku(), line.quantity(), BigDecimal::add));
        return sums;
    }

    static void addTo(CommandHash hash, List<GoodsLine> lines) {
        hash.add(lines.size());
        lines.forEach(line -> hash.add(line.sku()).add(line.quantity()));
    }

    /** Refuses lines that are not above 0. */
    static void check(List<GoodsLine> lines) {
        for (GoodsLine line : lines) {
            if (line.quantity().signum() <= 0) {
                throw StockPosting.invalid("Invalid line of " + line.sku() + ": expected a quantity above 0");
            }
        }
    }
}
