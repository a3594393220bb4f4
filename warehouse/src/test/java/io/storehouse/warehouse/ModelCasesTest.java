package io.storehouse.warehouse;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.storehouse.warehouse.Contract.Column;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the given/expect cases of every contract in DuckDB. */
class ModelCasesTest {
    private final Models models = Models.load();

    @TestFactory
    Stream<DynamicTest> everyModelGivesWhatItsCasesExpect() {
        return models.inOrder().stream()
                .flatMap(model -> cases(model).stream()
                        .map(example ->
                                dynamicTest(model.name() + ": " + example.get("name"), () -> runs(model, example))));
    }

    @Test
    void everyModelHasACase() {
        assertThat(models.inOrder())
                .allSatisfy(model -> assertThat(cases(model)).isNotEmpty());
    }

    @Test
    void everyFileSaysItsPurposeGrainKeyPartitionAndOwner() {
        assertThat(models.inOrder())
                .allSatisfy(model -> assertThat(model.sql())
                        .contains("-- Purpose:", "-- Grain:", "-- Key:", "-- Partition:", "-- Owner:"));
    }

    private void runs(Model model, Map<?, ?> example) throws SQLException {
        try (SecondOpinion duckDb = new SecondOpinion()) {
            duckDb.create("ods_line", Models.parsedLines());
            for (Model each : models.inOrder()) {
                duckDb.create(each.name(), each.contract());
                duckDb.create("previous_" + each.name(), each.contract());
            }
            Map<?, ?> given = (Map<?, ?>) requireNonNull(example.get("given"));
            for (Map.Entry<?, ?> table : given.entrySet()) {
                for (Object row : (List<?>) requireNonNull(table.getValue())) {
                    insert(duckDb, table.getKey().toString(), (Map<?, ?>) row);
                }
            }
            List<?> expected = (List<?>) requireNonNull(example.get("expect"));
            duckDb.create("expected", model.contract());
            for (Object row : expected) {
                insert(duckDb, "expected", (Map<?, ?>) row);
            }
            String columns = columns(model, (Map<?, ?>) expected.get(0));
            assertThat(duckDb.query("select " + columns + " from (" + model.sql() + ")"))
                    .isEqualTo(duckDb.query("select " + columns + " from expected"));
        }
    }

    private static String columns(Model model, Map<?, ?> row) {
        return model.contract().columns().stream()
                .filter(column -> row.containsKey(column.name()))
                .map(ModelCasesTest::cast)
                .collect(joining(", "));
    }

    private static String cast(Column column) {
        return "cast(" + column.name() + " as " + column.type().replace("timestamp", "timestamptz") + ")";
    }

    private static void insert(SecondOpinion duckDb, String table, Map<?, ?> row) throws SQLException {
        duckDb.execute("insert into " + table + " ("
                + row.keySet().stream().map(Object::toString).collect(joining(", ")) + ") values ("
                + row.values().stream().map(ModelCasesTest::literal).collect(joining(", ")) + ")");
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : "'" + value.toString().replace("'", "''") + "'";
    }

    private static List<Map<?, ?>> cases(Model model) {
        for (String layer : List.of("dim", "dwd", "dws", "ads")) {
            String path = "models/" + layer + "/" + model.name() + ".yml";
            if (Models.class.getClassLoader().getResource(path) != null) {
                return ((List<?>) requireNonNull(Models.yaml(path).get("cases")))
                        .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
            }
        }
        return List.of();
    }
}
