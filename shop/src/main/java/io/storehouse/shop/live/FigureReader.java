package io.storehouse.shop.live;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads figures, whoever wrote them: those that are damaged are named in the log and left out. */
final class FigureReader {
    private static final Logger LOG = LoggerFactory.getLogger(FigureReader.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");
    private static final Set<String> DECIMALS = Set.of("units", "gross", "discount", "returned", "net", "amount");
    private static final Set<String> COUNTS = Set.of("orders", "returns", "lines");
    private static final String KIND = "kind";
    private static final String RECORDED_AT = "recorded_at";

    private final Map<String, String> damaged = new ConcurrentHashMap<>();

    /** The figure with numbers and instants that can be read, or nothing. Each damaged one is logged once. */
    Optional<JsonNode> read(String key, String text) {
        String problem;
        try {
            JsonNode figure = JSON.readTree(text);
            problem = figure.isObject() ? problem(figure) : "it is no object";
            if (problem.isEmpty()) {
                damaged.remove(key);
                return Optional.of(figure);
            }
        } catch (JacksonException e) {
            problem = "it is not JSON";
        }
        if (!text.equals(damaged.put(key, text))) {
            LOG.warn("Cannot read the live figure {}: {}", key, problem);
        }
        return Optional.empty();
    }

    private static String problem(JsonNode value) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!isReadable(field.getKey(), field.getValue())) {
                return field.getKey() + " is damaged";
            }
        }
        return value.valueStream()
                .filter(JsonNode::isContainer)
                .map(FigureReader::problem)
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean isReadable(String name, JsonNode value) {
        if (DECIMALS.contains(name)) {
            return value.isString() && DECIMAL.matcher(value.asString()).matches();
        }
        if (COUNTS.contains(name) && !value.isArray()) {
            return value.isIntegralNumber() && value.canConvertToLong();
        }
        if (name.equals(KIND)) {
            return LiveSnapshot.Kind.of(value.asString("")).isPresent();
        }
        return !name.equals(RECORDED_AT) || value.isNull() || isInstant(value.asString(""));
    }

    private static boolean isInstant(String text) {
        try {
            return text.isEmpty() || Instant.parse(text).isBefore(Instant.MAX);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A number of a figure that was read. */
    static BigDecimal number(JsonNode figure, String name) {
        return new BigDecimal(figure.path(name).asString("0"));
    }
}
