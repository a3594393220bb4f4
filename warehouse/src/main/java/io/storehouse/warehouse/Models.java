package io.storehouse.warehouse;

import io.storehouse.warehouse.Contract.Column;
import io.storehouse.warehouse.Contract.Increment;
import io.storehouse.warehouse.Contract.Invariant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The models in the jar, in the order of {@code models/plan.yml}. */
final class Models {
    private final Map<String, Model> byName;

    private Models(Map<String, Model> byName) {
        this.byName = byName;
    }

    /** Reads all models and contracts. */
    static Models load() {
        Map<String, Model> models = new LinkedHashMap<>();
        for (String path : texts(yaml("models/plan.yml").get("models"))) {
            Model model = new Model(resource("models/" + path + ".sql"), contract("models/" + path + ".yml"));
            models.put(model.name(), model);
        }
        return new Models(models);
    }

    /** All models, each after those it reads. */
    List<Model> inOrder() {
        return List.copyOf(byName.values());
    }

    /** The contract of the archive, which the stream writes. */
    static Contract archive() {
        return contract("models/ods/ods_event.yml");
    }

    /** The contract of the parsed lines, which live for one run. */
    static Contract parsedLines() {
        return contract("models/ods/ods_line.yml");
    }

    /** The query that parses the archive, in one engine's dialect: {@code spark} or {@code duckdb}. */
    static String parser(String dialect) {
        return resource("models/ods/ods_line." + dialect + ".sql");
    }

    /** The event types that a model depends on, directly or through its inputs. */
    Set<String> eventsOf(Model model) {
        Set<String> events = new HashSet<>(model.contract().events());
        for (String input : model.contract().inputs()) {
            Model upstream = byName.get(input);
            if (upstream == null) {
                throw new WarehouseException(
                        WarehouseError.BROKEN_MODEL, "Invalid input of " + model.name() + ": " + input);
            }
            events.addAll(eventsOf(upstream));
        }
        return events;
    }

    /** A text from the jar. */
    static String resource(String path) {
        try (InputStream stream = Models.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new WarehouseException(WarehouseError.BROKEN_MODEL, "Cannot find " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** A YAML document from the jar. */
    static Map<?, ?> yaml(String path) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(resource(path));
        return map(document);
    }

    private static Contract contract(String path) {
        Map<?, ?> yaml = yaml(path);
        return new Contract(
                text(yaml.get("name")),
                Increment.valueOf(text(yaml.get("increment")).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(yaml.get("partition")).map(Models::text),
                texts(yaml.get("inputs")),
                texts(yaml.get("events")),
                texts(yaml.get("key")),
                maps(yaml.get("columns")).stream().map(Models::column).toList(),
                maps(yaml.get("invariants")).stream().map(Models::invariant).toList());
    }

    private static Column column(Map<?, ?> yaml) {
        return new Column(text(yaml.get("name")), text(yaml.get("type")), Boolean.TRUE.equals(yaml.get("nullable")));
    }

    private static Invariant invariant(Map<?, ?> yaml) {
        return new Invariant(text(yaml.get("name")), text(yaml.get("sql")));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            throw new WarehouseException(WarehouseError.BROKEN_MODEL, "Invalid contract: a text is missing");
        }
        return value.toString();
    }

    private static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(Models::text).toList();
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        return list(value).stream().<Map<?, ?>>map(Models::map).toList();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new WarehouseException(WarehouseError.BROKEN_MODEL, "Invalid contract: expected a map, got " + value);
    }
}
