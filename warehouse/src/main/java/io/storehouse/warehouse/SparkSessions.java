package io.storehouse.warehouse;

import io.storehouse.contracts.LakeNames;
import org.apache.spark.sql.SparkSession;

/** How Spark runs here: in this process, for one plan, on small data and two cores. */
final class SparkSessions {
    private SparkSessions() {}

    /** Starts a session whose catalog {@link LakeNames#CATALOG} is the lake. */
    static SparkSession start(WarehouseSettings settings) {
        String catalog = "spark.sql.catalog." + LakeNames.CATALOG;
        return SparkSession.builder()
                .appName("storehouse-warehouse")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", true)
                .config("spark.sql.shuffle.partitions", 2)
                // statistics between stages cost more than they save on tables of this size
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.autoBroadcastJoinThreshold", 32 * 1024 * 1024)
                .config(catalog, "org.apache.iceberg.spark.SparkCatalog")
                .config(catalog + ".catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog")
                .config(catalog + ".uri", settings.catalogUri())
                .config(catalog + ".jdbc.user", settings.catalogUser())
                .config(catalog + ".jdbc.password", settings.catalogPassword())
                .config(catalog + ".jdbc.schema-version", "V1")
                .config(catalog + ".warehouse", settings.location())
                .config(catalog + ".io-impl", "org.apache.iceberg.io.ResolvingFileIO")
                .config(catalog + ".cache-enabled", false)
                .getOrCreate();
    }
}
