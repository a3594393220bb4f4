package io.storehouse.shop.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is sold, for a list of something by SKU: what is in a category or below it, and what a text finds as the search
 * does. A category that is not known has nothing in it, and a blank text finds nothing.
 *
 * @param category the category's code, or null for all
 * @param text words, or null for all
 */
public record Assortment(
        @Nullable String category, @Nullable String text) {
    private static final String NOTHING = " and false";
    /** The children of {@code A/B/} are what lies from it to {@code A/B0}, which comes next in binary order. */
    private static final String BELOW = """
            and %s in (
                select p.sku
                from category top
                join category c on c.path >= top.path and c.path < concat(left(top.path, char_length(top.path) - 1), '0')
                join product p on p.category = c.code
                where top.code = :category)""";

    private static final String FOUND =
            " and %s in (select t.sku from search_token t where t.kind in (%s) and t.token like :word%d)";

    /** The further conditions of a {@code where} on a SKU in that column; empty for everything. */
    public String and(String column) {
        StringBuilder sql = new StringBuilder(category == null ? "" : " " + BELOW.formatted(column));
        if (text == null) {
            return sql.toString();
        }
        int words = ProductSearch.words(text).size();
        for (int i = 0; i < words; i++) {
            sql.append(FOUND.formatted(column, SearchTokens.KINDS, i));
        }
        return words == 0 ? NOTHING : sql.toString();
    }

    /** What {@link #and} needs. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (category != null) {
            parameters.put("category", category.toUpperCase(Locale.ROOT));
        }
        List<String> words = text == null ? List.of() : ProductSearch.words(text);
        for (int i = 0; i < words.size(); i++) {
            parameters.put("word" + i, words.get(i));
        }
        return parameters;
    }
}
