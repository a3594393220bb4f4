package io.storehouse.shop.pricelists;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What one list says of a SKU at an instant, by itself: without the lists that it speaks before. */
@Component
class ListedPrices {
    private static final int CHAIN = 0;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    /** One step back in the list's index for each question, however long its history is. */
    private static final String AT = """
            select w.question, e.price, e.valid_from
            from (
                select s.question, s.sku,
                    (select o.change_id from price_entry o
                        where o.sku = s.sku and o.store_id = s.store and o.valid_from <= s.moment
                        order by o.valid_from desc, o.change_id desc limit 1) as change_id
                from json_table(:wanted, '$[*]' columns (
                    question int path '$.question',
                    store int path '$.store',
                    moment datetime(6) path '$.moment',
                    sku varchar(64) character set utf8mb4 collate utf8mb4_bin path '$.sku')) s
                limit 1000000
            ) w
            join price_entry e force index (price_entry_change) on e.change_id = w.change_id and e.sku = w.sku
            """;

    private final JdbcClient jdbc;

    ListedPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked; without a store of the chain's list. */
    record Question(@Nullable Store store, String sku, Instant at) {}

    /**
     * What a list says.
     *
     * @param price null where it has none
     * @param from since when; null where it never said anything
     */
    record Said(@Nullable BigDecimal price, @Nullable Instant from) {
        static final Said NOTHING = new Said(null, null);
    }

    /** Keeps others who compare the lists with rows out until the transaction ends. */
    void lock() {
        jdbc.sql("select id from price_file_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** The answers in the order of the questions. */
    List<Said> at(List<Question> questions) {
        List<PriceTables.Wanted> wanted = new ArrayList<>(questions.size());
        for (Question question : questions) {
            wanted.add(new PriceTables.Wanted(
                    wanted.size(),
                    question.store() == null ? CHAIN : question.store().id(),
                    MOMENT.format(Rows.utc(question.at())),
                    question.sku()));
        }
        Said[] said = new Said[questions.size()];
        Arrays.fill(said, Said.NOTHING);
        jdbc.sql(AT)
                .param("wanted", JsonMapper.shared().writeValueAsString(wanted))
                .query(row -> {
                    said[row.getInt("question")] = new Said(
                            row.getBigDecimal("price"), Rows.instant(row.getObject("valid_from", LocalDateTime.class)));
                });
        return List.of(said);
    }
}
