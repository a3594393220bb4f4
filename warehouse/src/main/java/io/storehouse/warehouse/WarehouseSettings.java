package io.storehouse.warehouse;

import io.storehouse.contracts.Settings;

/**
 * Where the lake is.
 *
 * @param catalogUri the Iceberg catalog's database, {@code jdbc:mariadb://…}
 * @param location where table data lies, {@code file:///…} or {@code s3://…}
 */
record WarehouseSettings(String catalogUri, String catalogUser, String catalogPassword, String location) {

    /**
     * Reads the settings that a run needs.
     *
     * @throws IllegalArgumentException naming all that are missing
     */
    static WarehouseSettings of(Settings settings) {
        WarehouseSettings read = new WarehouseSettings(
                settings.require(Settings.LAKE_CATALOG_URI),
                settings.require(Settings.LAKE_CATALOG_USER),
                settings.require(Settings.LAKE_CATALOG_PASSWORD),
                settings.require(Settings.LAKE_LOCATION));
        settings.check();
        return read;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "WarehouseSettings[" + catalogUri + ", " + catalogUser + ", " + location + "]";
    }
}
