package io.storehouse.shop.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list has; they go by SKU.
 *
 * @param taxClass the tax class's code, or null for all
 * @param state {@code listed} or {@code delisted}, or null for all
 * @param after only those after this SKU
 */
record ProductFilter(
        Assortment assortment,
        @Nullable String taxClass,
        @Nullable String state,
        String after) {

    /** The end of a statement, from {@code from} on. */
    String sql() {
        return "from product p " + index() + "where p.sku > :after"
                + (taxClass == null ? "" : " and p.tax_class = :taxClass")
                + (state == null ? "" : " and p.listed = :listed")
                + assortment.and("p.sku")
                + " order by p.sku limit :limit";
    }

    /** What is in a category or found by a text is few or many: there the optimizer chooses. */
    private String index() {
        if (assortment.category() != null || assortment.text() != null) {
            return "";
        }
        if (taxClass != null) {
            return "force index (product_tax_class) ";
        }
        return state == null ? "" : "force index (product_listed) ";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(assortment.parameters());
        parameters.put("after", after);
        if (taxClass != null) {
            parameters.put("taxClass", taxClass.toUpperCase(Locale.ROOT));
        }
        if (state != null) {
            parameters.put("listed", state.equals("listed"));
        }
        return parameters;
    }
}
