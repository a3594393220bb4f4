package io.storehouse.reports.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.contracts.LakeNames;
import io.storehouse.reports.cli.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a statement with DuckDB's own parser and lets pass only one SELECT (or DESCRIBE, SUMMARIZE, EXPLAIN of one) over
 * tables of the lake. DuckDB's settings, locked before it runs, refuse the same again.
 */
final class QuestionReader {
    private static final Pattern EXPLAIN = Pattern.compile(
            "\\A(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*(explain(?:\\s+analyze)?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> TABLE_FUNCTIONS =
            Set.of("range", "generate_series", "unnest", "repeat", "json_each", "json_tree");
    private static final Pattern REFUSED_FUNCTIONS = Pattern.compile(
            "(pg|duckdb|pragma|read|inet|__internal)_.*|getenv|getvariable|current_setting|current_query.*|nextval|currval"
                    + "|write_log|query|query_table|json_execute_serialized_sql|parquet_.*|sniff_csv|glob|which_secret");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> tables = new TreeSet<>();
    private final Set<String> defined = new HashSet<>();

    private QuestionReader() {}

    /**
     * Reads one statement.
     *
     * @throws Problem when it does not parse, or asks for more than reading the lake
     */
    static Question read(Connection duck, String sql) {
        Matcher explain = EXPLAIN.matcher(sql);
        boolean explained = explain.find();
        String select = explained ? sql.substring(explain.end()) : sql;
        QuestionReader reader = new QuestionReader();
        reader.walk(only(parse(duck, select)));
        return new Question(explained ? explain.group(1) + " " + select : select, reader.tables, reader.defined);
    }

    private static JsonNode parse(Connection duck, String select) {
        try (PreparedStatement statement = duck.prepareStatement("select json_serialize_sql(?::varchar)")) {
            statement.setString(1, select);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return JSON.readTree(row.getString(1));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw Problem.internal("Failed to parse the statement: " + e.getMessage(), e);
        }
    }

    private static JsonNode only(JsonNode parsed) {
        if (parsed.path("error").asBoolean()) {
            if ("not implemented".equals(parsed.path("error_type").asText())) {
                throw refused("only select, with, describe, summarize and explain read, and nothing else is run");
            }
            throw Problem.user(
                    "Cannot read the statement: " + parsed.path("error_message").asText());
        }
        JsonNode statements = parsed.path("statements");
        if (statements.size() != 1) {
            throw refused("it has " + statements.size() + " statements; one at a time");
        }
        return statements.path(0);
    }

    private void walk(JsonNode node) {
        if (node.isObject()) {
            inspect(node);
        }
        node.forEach(this::walk);
    }

    private void inspect(JsonNode node) {
        node.path("cte_map")
                .path("map")
                .forEach(cte -> defined.add(cte.path("key").asText().toLowerCase(Locale.ROOT)));
        switch (node.path("type").asText()) {
            case "BASE_TABLE" -> inspectTable(node);
            case "TABLE_FUNCTION" -> inspectTableFunction(node.path("function"));
            case "SHOW_REF" -> inspectShow(node);
            default -> inspectFunction(node.path("function_name").asText());
        }
    }

    private void inspectTable(JsonNode node) {
        String catalog = node.path("catalog_name").asText();
        String schema = node.path("schema_name").asText();
        String table = node.path("table_name").asText();
        boolean here = (catalog.isEmpty() || catalog.equalsIgnoreCase(LakeNames.CATALOG))
                && (schema.isEmpty() || schema.equalsIgnoreCase(LakeNames.NAMESPACE));
        if (!here) {
            throw refused(String.join(".", catalog, schema, table).replaceFirst("^\\.+", "")
                    + " is not a table of the lake; query --tables lists them");
        }
        if (!node.path("at_clause").isNull() && !node.path("at_clause").isMissingNode()) {
            throw refused("it reads the newest snapshot of every table only");
        }
        tables.add(table.toLowerCase(Locale.ROOT));
    }

    private static void inspectTableFunction(JsonNode function) {
        String name = function.path("function_name").asText();
        if (!TABLE_FUNCTIONS.contains(name)) {
            throw refused(name + "() reads more than the tables of the lake");
        }
    }

    private static void inspectShow(JsonNode node) {
        if (node.path("query").isNull() || node.path("query").isMissingNode()) {
            throw refused("describe one table or select; query --tables lists the tables");
        }
    }

    private static void inspectFunction(String name) {
        if (REFUSED_FUNCTIONS.matcher(name).matches()) {
            throw refused(name + "() reads more than the tables of the lake");
        }
    }

    private static Problem refused(String why) {
        return Problem.user("Cannot run the statement: " + why);
    }
}
