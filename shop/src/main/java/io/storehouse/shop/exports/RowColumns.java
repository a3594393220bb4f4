package io.storehouse.shop.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a list: the members of its rows as JSON has them, those of records within them apart. */
final class RowColumns {
    private static final Set<Class<?>> NUMBERS =
            Set.of(BigDecimal.class, int.class, long.class, Integer.class, Long.class);

    private final List<Column> columns = new ArrayList<>();
    private final JsonMapper json;

    private record Column(List<String> path, boolean number) {}

    private RowColumns(JsonMapper json) {
        this.json = json;
    }

    /** The columns of a list that answers such rows. */
    static RowColumns of(Type list, JsonMapper json) {
        RowColumns columns = new RowColumns(json);
        Type row = list instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : list;
        if (!(row instanceof Class<?> type) || !type.isRecord()) {
            throw new IllegalStateException("A list that is exported has records as rows, not " + row);
        }
        columns.add(type, List.of());
        return columns;
    }

    private void add(Class<?> type, List<String> above) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            List<String> path = new ArrayList<>(above);
            path.add(named == null || named.value().isEmpty() ? component.getName() : named.value());
            if (component.getType().isRecord()) {
                add(component.getType(), path);
                continue;
            }
            columns.add(new Column(List.copyOf(path), NUMBERS.contains(component.getType())));
        }
    }

    /** Their names; a member of a member has its path with points. */
    List<@Nullable Object> header() {
        return columns.stream()
                .map(column -> (Object) String.join(".", column.path()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    JsonNode tree(Object row) {
        return json.valueToTree(row);
    }

    List<@Nullable Object> cells(JsonNode row) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            JsonNode value = row;
            for (String member : column.path()) {
                value = value.path(member);
            }
            cells.add(cell(value, column.number()));
        }
        return cells;
    }

    private static @Nullable Object cell(JsonNode value, boolean number) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining("; "));
        }
        if (value.isContainer()) {
            return value.toString();
        }
        return number ? new BigDecimal(value.asString()) : value.asString();
    }
}
