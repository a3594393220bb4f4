package io.storehouse.shop;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each feature's tables and history are its own: {@code db/migration/<feature>} with versions from 1, recorded in {@code
 * flyway_schema_history_<feature>}. The layout is Spring Modulith's; its own strategy would scan classes at every start.
 */
@Configuration(proxyBeanMethods = false)
class ShopMigrations {
    private static final List<String> FEATURES = List.of(
            "documents",
            "outbox",
            "stores",
            "catalogue",
            "transfer",
            "pricelists",
            "media",
            "purchasing",
            "customers",
            "loyalty",
            "pricing",
            "giftcards",
            "stock",
            "flashsale",
            "registers",
            "sales",
            "held",
            "notifying",
            "audit",
            "access",
            "reconciliation",
            "importing");

    @Bean
    FlywayMigrationStrategy featureByFeature() {
        return all -> FEATURES.forEach(feature -> Flyway.configure()
                .configuration(all.getConfiguration())
                .locations("classpath:db/migration/" + feature)
                .table("flyway_schema_history_" + feature)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(false)
                .load()
                .migrate());
    }
}
