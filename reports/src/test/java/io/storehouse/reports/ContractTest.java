package io.storehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every column that a model of the warehouse promises is compared with the lake. */
class ContractTest {
    private static final Path MODELS = Path.of("..", "warehouse", "src", "main", "resources", "models");
    private static final Pattern MODEL = Pattern.compile("(?m)^name: (\\w+)$");
    private static final Pattern COLUMN = Pattern.compile("(?m)^  - \\{name: (\\w+), type:");

    /** Models, or columns as {@code model.column}, that need no comparison, each with the reason. */
    private static final Map<String, String> NOT_COMPARED = Map.of(
            "ods_event", "the archive itself, which is what the warehouse is compared with",
            "ods_line", "a view of one run, never stored");

    @Test
    void everyColumnIsCompared() throws IOException {
        List<String> models = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MODELS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yml")).toList()) {
                String contract = Files.readString(file);
                Matcher name = MODEL.matcher(contract);
                if (name.find() && !NOT_COMPARED.containsKey(name.group(1))) {
                    models.add(name.group(1));
                    missing.addAll(missing(name.group(1), contract));
                }
            }
        }

        assertThat(models).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    private static List<String> missing(String model, String contract) throws IOException {
        String read = read(model);
        return COLUMN.matcher(contract)
                .results()
                .map(found -> found.group(1))
                .filter(column -> !NOT_COMPARED.containsKey(model + "." + column))
                .filter(column ->
                        !Pattern.compile("\\b" + column + "\\b").matcher(read).find())
                .map(column -> model + "." + column)
                .toList();
    }

    /** What the comparison reads of the table: its query without comments, texts and names of results. */
    private static String read(String model) throws IOException {
        String resource = "/io/storehouse/reports/reconcile/warehouse/" + model + ".actual.sql";
        try (InputStream in = ContractTest.class.getResourceAsStream(resource)) {
            return in == null
                    ? ""
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("--.*", "")
                            .replaceAll("'[^']*'", "")
                            .replaceAll("\\bas \\w+", "")
                            .replaceAll("\\bfrom \\w+", "");
        }
    }
}
