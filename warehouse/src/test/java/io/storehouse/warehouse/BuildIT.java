package io.storehouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIT {
    @TempDir
    private static Path directory;

    private static TestLake lake;
    private final Models models = Models.load();

    @BeforeAll
    static void start() {
        lake = new TestLake(directory);
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @BeforeEach
    void empty() {
        lake.empty();
    }

    @Test
    void everyModelGivesTheSameRowsInSparkAndDuckDb() throws SQLException {
        TestShop shop = new TestShop(1);
        List<ArchivedEvent> events = shop.events(300);
        lake.archive(events);

        new Build(lake.lake(), models, new QuietListener()).run();

        try (SecondOpinion duckDb = new SecondOpinion()) {
            duckDb.build(models, events);
            for (Model model : models.inOrder()) {
                assertThat(lake.rows(model.contract()))
                        .as(model.name())
                        .isNotEmpty()
                        .isEqualTo(duckDb.rows(model.contract()));
            }
            assertThat(duckDb.query("""
                            select count(*) > 20, count(distinct event_type), max(sku), min(sku)
                            from ods_line
                            where gift_card is not null
                            """)).containsExactly("true | 2 | CARD | CARD");
            assertThat(duckDb.query("""
                            select count(*)
                            from ods_line
                            where gift_card is null and sku = 'CARD' and event_type in ('order_placed', 'return_accepted')
                            """)).containsExactly("0");
            assertThat(duckDb.query("select * from dwd_trade_order_line_di where sku = 'CARD'"))
                    .isEmpty();
        }
        assertThat(new Quality(lake.lake(), models).breaches()).isEmpty();
    }
}
