package io.storehouse.warehouse;

import static java.util.stream.Collectors.joining;

import io.storehouse.warehouse.Contract.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The gate after a build: keys are unique, required columns are filled, invariants hold. */
final class Quality {
    private static final int ROWS_NAMED = 5;

    private final Lake lake;
    private final Models models;

    Quality(Lake lake, Models models) {
        this.lake = lake;
        this.models = models;
    }

    /**
     * A row that breaks a promise.
     *
     * @param row as JSON
     */
    record Breach(String table, String check, String row) {}

    /** One check of one table; every row of its query is a breach. */
    record Check(String table, String name, String sql) {}

    /** Runs all checks, two at a time because planning takes longer than reading, and names the first rows of each that fails. */
    List<Breach> breaches() {
        lake.read(Models.archive().name())
                .createOrReplaceTempView(Models.archive().name());
        models.inOrder().forEach(model -> lake.read(model.name()).createOrReplaceTempView(model.name()));
        ExecutorService pair = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Breach>>> running = checks().stream()
                    .map(check -> pair.submit(() -> breaches(check)))
                    .toList();
            List<Breach> breaches = new ArrayList<>();
            for (Future<List<Breach>> check : running) {
                breaches.addAll(check.get());
            }
            return breaches;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Checks were interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed to run a check: " + e.getCause(), e);
        } finally {
            pair.shutdownNow();
        }
    }

    private List<Breach> breaches(Check check) {
        return lake.spark().sql(check.sql()).limit(ROWS_NAMED).toJSON().collectAsList().stream()
                .map(row -> new Breach(check.table(), check.name(), row))
                .toList();
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>(invariants(Models.archive()));
        for (Model model : models.inOrder()) {
            checks.addAll(promises(model.contract()));
            checks.addAll(invariants(model.contract()));
        }
        if (lake.spark().catalog().tableExists(Models.parsedLines().name())) {
            checks.addAll(invariants(Models.parsedLines()));
        }
        return checks;
    }

    private static List<Check> invariants(Contract contract) {
        return contract.invariants().stream()
                .map(invariant -> new Check(contract.name(), invariant.name(), invariant.sql()))
                .toList();
    }

    /** The checks that follow from a contract's key and columns. */
    static List<Check> promises(Contract contract) {
        String anyNull = contract.columns().stream()
                .filter(column -> !column.nullable())
                .map(Column::name)
                .map(name -> name + " is null")
                .collect(joining(" or "));
        return List.of(
                new Check(contract.name(), "key is unique", filled("key_unique", contract, anyNull)),
                new Check(contract.name(), "required columns are filled", filled("not_null", contract, anyNull)));
    }

    private static String filled(String template, Contract contract, String anyNull) {
        return Models.resource("checks/" + template + ".sql")
                .replace("${table}", contract.name())
                .replace("${key}", String.join(", ", contract.key()))
                .replace("${any_null}", anyNull);
    }
}
