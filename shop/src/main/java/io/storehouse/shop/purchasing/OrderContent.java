package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered.
 *
 * @param supplier the supplier's code
 * @param expectedOn when it should come, or null for the supplier's lead time after the approval
 * @param overPercent by how many percent more than ordered may come in, 0 to 100
 * @param lines at least one
 */
public record OrderContent(String supplier, @Nullable LocalDate expectedOn, BigDecimal overPercent, List<Line> lines) {

    /** Brings the parts into their form. */
    public OrderContent {
        supplier = supplier.toUpperCase(Locale.ROOT);
        lines = List.copyOf(lines);
    }

    /**
     * One SKU.
     *
     * @param pack the pack it is ordered in, or null for the product's own unit
     * @param quantity of packs, above 0 with at most 3 places
     * @param cost of one pack, from 0 with at most 4 places
     */
    public record Line(String sku, @Nullable String pack, BigDecimal quantity, BigDecimal cost) {
        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            pack = pack == null ? null : pack.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
            cost = Decimals.money(cost, "cost");
        }
    }

    CommandHash hash(CommandHash hash) {
        hash.add(supplier)
                .add(expectedOn == null ? null : expectedOn.toString())
                .add(overPercent)
                .add(lines.size());
        lines.forEach(line ->
                hash.add(line.sku()).add(line.pack()).add(line.quantity()).add(line.cost()));
        return hash;
    }
}
