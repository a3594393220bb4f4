package io.storehouse.stream.archive;

import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Settings;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.io.ResolvingFileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Where the lake is: its catalog in a database, its files anywhere. */
final class Lake {
    static final TableIdentifier EVENTS = TableIdentifier.of(LakeNames.NAMESPACE, LakeNames.ODS_EVENT);

    private final String uri;
    private final String user;
    private final String password;
    private final String location;

    Lake(Settings settings) {
        this.uri = settings.require(Settings.LAKE_CATALOG_URI);
        this.user = settings.require(Settings.LAKE_CATALOG_USER);
        this.password = settings.require(Settings.LAKE_CATALOG_PASSWORD);
        this.location = settings.require(Settings.LAKE_LOCATION);
    }

    CatalogLoader catalog() {
        Map<String, String> properties = Map.of(
                CatalogProperties.URI,
                uri,
                JdbcCatalog.PROPERTY_PREFIX + "user",
                user,
                JdbcCatalog.PROPERTY_PREFIX + "password",
                password,
                JdbcCatalog.PROPERTY_PREFIX + "schema-version",
                "V1",
                CatalogProperties.WAREHOUSE_LOCATION,
                location,
                CatalogProperties.FILE_IO_IMPL,
                ResolvingFileIO.class.getName());
        return CatalogLoader.custom(LakeNames.CATALOG, properties, new Configuration(), JdbcCatalog.class.getName());
    }
}
