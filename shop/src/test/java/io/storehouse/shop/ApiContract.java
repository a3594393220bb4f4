package io.storehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checked-in description of the API, against which the answers of all tests are held. */
public final class ApiContract {
    static final Path FILE = Path.of("..", "docs", "openapi.json");

    private static final ApiContract CHECKED_IN = new ApiContract(read());

    private final JsonNode document;

    ApiContract(JsonNode document) {
        this.document = document;
    }

    /** What is in docs/openapi.json. */
    public static ApiContract checkedIn() {
        return CHECKED_IN;
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operation as a client sees it.
     *
     * @param parameters names in path and query, with whether they are required
     * @param success the status of an answer that is no problem
     */
    public record Operation(String method, String path, Map<String, Boolean> parameters, int success) {}

    /** The operation of that id. */
    public Operation operation(String id) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asString("").equals(id)) {
                    return operation(path.getKey(), method);
                }
            }
        }
        throw new IllegalArgumentException("There is no operation " + id + " in " + FILE);
    }

    private static Operation operation(String path, Map.Entry<String, JsonNode> method) {
        Map<String, Boolean> parameters = new TreeMap<>();
        method.getValue()
                .path("parameters")
                .forEach(parameter -> parameters.put(
                        parameter.path("name").asString(),
                        parameter.path("required").asBoolean(false)));
        int success = method.getValue().path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .min()
                .orElseThrow();
        return new Operation(method.getKey().toUpperCase(Locale.ROOT), path, parameters, success);
    }

    /** In what a request's body is not as described. */
    public List<String> requestDifferences(Operation operation, JsonNode body) {
        JsonNode content = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content");
        List<String> differences = new ArrayList<>();
        if (content.isEmpty() && !body.isNull()) {
            differences.add("a body is not described");
        }
        content.properties().forEach(type -> compare("", type.getValue().path("schema"), body, differences));
        return differences;
    }

    /** In what an answer is not as described; nothing for paths that are not. */
    List<String> differences(String method, String path, int status, JsonNode body) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of();
        }
        JsonNode answers = operation.get().path("responses");
        JsonNode answer = answers.path(String.valueOf(status));
        if (answer.isMissingNode() && status < 400) {
            return List.of("status " + status + " is not described");
        }
        JsonNode content = resolved(answer.isMissingNode() ? answers.path("default") : answer)
                .path("content");
        List<String> differences = new ArrayList<>();
        content.properties().stream()
                .filter(type -> type.getKey().endsWith("json"))
                .forEach(type -> compare("", type.getValue().path("schema"), body, differences));
        return differences;
    }

    private Optional<JsonNode> operation(String method, String path) {
        String plain = path.replaceFirst("\\?.*", "");
        return document.path("paths").properties().stream()
                .filter(described -> plain.matches(described.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Map.Entry.comparingByKey((a, b) -> Integer.compare(variables(a), variables(b))))
                .map(described -> described.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static int variables(String template) {
        return template.length() - template.replace("{", "").length();
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private void compare(String at, JsonNode reference, JsonNode value, List<String> differences) {
        JsonNode schema = resolved(reference);
        if (schema.has("anyOf")) {
            if (schema.path("anyOf").valueStream().noneMatch(choice -> fits(choice, value))) {
                differences.add(at + " is none of what it may be: " + value);
            }
            return;
        }
        if (!isOfType(schema, value)) {
            differences.add(at + " is not of type " + schema.path("type") + ": " + value);
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            differences.add(at + " is not in the enum: " + value);
        }
        if (value.isString() && !hasFormat(schema.path("format").asString(""), value.asString())) {
            differences.add(at + " is no " + schema.path("format") + ": " + value);
        }
        if (value.isArray()) {
            value.forEach(item -> compare(at + "[]", schema.path("items"), item, differences));
        }
        if (value.isObject()) {
            compareMembers(at, schema, value, differences);
        }
    }

    private boolean fits(JsonNode schema, JsonNode value) {
        List<String> differences = new ArrayList<>();
        compare("", schema, value, differences);
        return differences.isEmpty();
    }

    private void compareMembers(String at, JsonNode schema, JsonNode value, List<String> differences) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .forEach(name -> differences.add(at + "/" + name + " is missing"));
        value.properties().forEach(member -> {
            JsonNode described = schema.path("properties").path(member.getKey());
            if (!described.isMissingNode()) {
                compare(at + "/" + member.getKey(), described, member.getValue(), differences);
            } else if (schema.has("properties") && !schema.has("additionalProperties")) {
                differences.add(at + "/" + member.getKey() + " is not described");
            }
        });
    }

    private static boolean isOfType(JsonNode schema, JsonNode value) {
        JsonNode type = schema.path("type");
        List<String> allowed = type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : type.isMissingNode() ? List.of() : List.of(type.asString());
        return allowed.isEmpty()
                || allowed.stream().anyMatch(name -> switch (name) {
                    case "null" -> value.isNull();
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> throw new IllegalStateException("Invalid type in " + FILE + ": " + name);
                });
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "date" -> LocalDate.parse(text).toString().equals(text);
                case "date-time" -> Instant.parse(text).isAfter(Instant.MIN);
                case "decimal" -> text.matches("-?\\d+(\\.\\d+)?");
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
