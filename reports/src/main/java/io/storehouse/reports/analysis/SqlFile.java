package io.storehouse.reports.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The SQL of the figures: files that {@code query --file} runs as they are, over all days. */
enum SqlFile {
    ROWS,
    TOTAL,
    ORDERS,
    MONTHS,
    STORES,
    DAYS,
    TOP_SKU,
    TOP_CUSTOMERS,
    CUSTOMERS,
    TREND,
    SHOPS,
    PRODUCTS,
    BUYERS;

    /** The statement. */
    String text() {
        return Resources.text("sql/" + name().toLowerCase(java.util.Locale.ROOT) + ".sql");
    }

    /** Text files inside the program. */
    static final class Resources {
        private static final String ROOT = "/io/storehouse/reports/";

        private Resources() {}

        static String text(String name) {
            try (InputStream in = Objects.requireNonNull(SqlFile.class.getResourceAsStream(ROOT + name), name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("Failed to read " + name, e);
            }
        }
    }
}
