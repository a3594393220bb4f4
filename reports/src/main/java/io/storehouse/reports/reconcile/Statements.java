package io.storehouse.reports.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The SQL of the reconciliation, in files beside each other; {@code {name}} stands for a value of the run. */
final class Statements {
    private static final String ROOT = "/io/storehouse/reports/reconcile/";

    private Statements() {}

    static String load(String name) {
        try (InputStream in =
                Objects.requireNonNull(Statements.class.getResourceAsStream(ROOT + name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + name, e);
        }
    }
}
