package io.storehouse.contracts;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;

/**
 * What a process is told of the others: a properties file, readable by its owner only, named by {@code --config}. Values may
 * be overridden by system properties of the same name. Missing settings are reported all at once, not one a start.
 */
public final class Settings {
    /** Kafka's bootstrap servers. */
    public static final String KAFKA_BOOTSTRAP = "kafka.bootstrap";
    /** The live view, {@code redis://user:password@host:port/0}. */
    public static final String REDIS_URI = "redis.uri";
    /** The Iceberg catalog's database, {@code jdbc:mariadb://…}. */
    public static final String LAKE_CATALOG_URI = "lake.catalog-uri";
    /** The Iceberg catalog's user. */
    public static final String LAKE_CATALOG_USER = "lake.catalog-user";
    /** The Iceberg catalog's password. */
    public static final String LAKE_CATALOG_PASSWORD = "lake.catalog-password";
    /** Where table data lies, {@code file:///…} or {@code s3://…}. */
    public static final String LAKE_LOCATION = "lake.location";
    /** The shop's address, {@code http://host:port}. */
    public static final String SHOP_URL = "shop.url";
    /** The file with the token by which the command line speaks to the shop. */
    public static final String SHOP_TOKEN_FILE = "shop.token-file";
    /** Where Flink keeps checkpoints, {@code file:///…} or {@code s3://…}. */
    public static final String FLINK_CHECKPOINTS = "flink.checkpoints";
    /** Flink's REST port on this machine. */
    public static final String FLINK_REST_PORT = "flink.rest-port";
    /** Time between checkpoints of the archive, an ISO-8601 duration; the lake is at most this far behind. */
    public static final String ARCHIVE_INTERVAL = "archive.interval";

    private final Properties values;
    private final Set<String> missing = new LinkedHashSet<>();

    private Settings(Properties values) {
        this.values = values;
    }

    /**
     * Reads a file of settings.
     *
     * @throws IllegalArgumentException when the file cannot be read
     */
    public static Settings load(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read settings from " + file + ": " + e.getMessage(), e);
        }
        return of(values);
    }

    /** Settings from memory, for tests and embedding. */
    public static Settings of(Properties values) {
        Properties copy = new Properties();
        copy.putAll(values);
        return new Settings(copy);
    }

    /** The value, or an empty text that {@link #check} will complain of. */
    public String require(String name) {
        String value = get(name, "");
        if (value.isBlank()) {
            missing.add(name);
        }
        return value;
    }

    /** The value or the default. */
    public String get(String name, String defaultValue) {
        return System.getProperty(name, values.getProperty(name, defaultValue));
    }

    /**
     * Complains of everything that {@link #require} did not find.
     *
     * @throws IllegalArgumentException naming all missing settings
     */
    public void check() {
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Missing settings: " + String.join(", ", missing));
        }
    }
}
