package io.storehouse.shop.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds products by code, bar code, a part of the name, or pinyin. The longest word drives: it is a range of the index for each
 * kind of match, read in the order of kind, token and SKU until the page is full. A product shows where it matches best.
 */
@Component
class ProductSearch {
    private static final int MOST_WORDS = 5;
    private static final int KINDS = SearchTokens.Match.values().length;
    private static final String SELECT = """
            select straight_join t.kind, t.token, %s
            from search_token t
            join product p on p.sku = t.sku
            where (%s)
                and not exists (
                    select 1 from search_token better
                    where better.sku = t.sku
                        and better.token like :word0
                        and (better.kind < t.kind or better.kind = t.kind and better.token < t.token))
            """;

    private final JdbcClient jdbc;

    ProductSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product, how it matches, and where the list goes on after it. */
    record Hit(Product product, String match, String cursor) {}

    /** At most that many hits, best first, after the given place. */
    List<Hit> find(String text, @Nullable SearchPlace after, int limit) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec statement = jdbc.sql(sql(words.size(), after)).param("limit", limit);
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, words.get(i));
        }
        if (after != null) {
            statement = statement
                    .param("kind", after.kind())
                    .param("token", after.token())
                    .param("sku", after.sku())
                    .param("later", later(after.kind()));
        } else {
            statement =
                    statement.param("kinds", IntStream.range(0, KINDS).boxed().toList());
        }
        return statement
                .query((row, number) -> {
                    Product product = ProductRows.product(row, number);
                    SearchPlace place = new SearchPlace(row.getInt("kind"), row.getString("token"), product.sku());
                    String match = SearchTokens.Match.of(place.kind()).name().toLowerCase(Locale.ROOT);
                    return new Hit(product, match.replace('_', '-'), place.text());
                })
                .list();
    }

    static String sql(int words, @Nullable SearchPlace after) {
        String range = after == null ? "t.kind in (:kinds) and t.token like :word0" : """
                t.kind = :kind and t.token like :word0 and (t.token > :token or t.token = :token and t.sku > :sku)
                    or t.kind in (:later) and t.token like :word0""";
        StringBuilder sql = new StringBuilder(SELECT.formatted(ProductRows.COLUMNS, range));
        for (int i = 1; i < words; i++) {
            // an exists would let the optimizer read all tokens of all products to find those of the word
            sql.append("    and (select 1 from search_token other where other.sku = t.sku and other.token like :word")
                    .append(i)
                    .append(" limit 1) = 1\n");
        }
        return sql.append("order by t.kind, t.token, t.sku limit :limit").toString();
    }

    /** The words as patterns, the longest first. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>(Stream.of(SearchTokens.normal(text).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList());
        words.sort(Comparator.comparingInt(String::length).reversed());
        return words.stream().map(word -> pattern(SearchTokens.cut(word))).toList();
    }

    private static String pattern(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A list must not be empty in SQL; no kind has the number 255. */
    private static List<Integer> later(int kind) {
        return kind + 1 < KINDS ? IntStream.range(kind + 1, KINDS).boxed().toList() : List.of(255);
    }
}
