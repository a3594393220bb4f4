package io.storehouse.formats;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a file names its columns and writes its times. Header names compare without case; columns may stand in any order.
 *
 * @param headers the file's name of every {@link Column}
 * @param timestamps how local times are written, resolved strictly
 */
public record ColumnMapping(Map<Column, String> headers, DateTimeFormatter timestamps) {

    /** Requires a name for every column. */
    public ColumnMapping {
        headers = Map.copyOf(headers);
        if (headers.size() != Column.values().length) {
            throw new IllegalArgumentException(
                    "Invalid column mapping: " + headers.keySet() + "; every column needs one");
        }
    }

    /**
     * Finds the columns in a header row.
     *
     * @throws UnreadableFileException naming the columns that are missing
     */
    Positions locate(List<String> headerRow) throws UnreadableFileException {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < headerRow.size(); i++) {
            found.putIfAbsent(fold(headerRow.get(i)), i);
        }
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        headers.forEach((column, header) -> {
            @Nullable Integer position = found.get(fold(header));
            if (position != null) {
                positions.put(column, position);
            }
        });
        if (positions.size() < headers.size()) {
            String missing = headers.entrySet().stream()
                    .filter(header -> !positions.containsKey(header.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new UnreadableFileException("Invalid header: it lacks " + missing);
        }
        return new Positions(positions, headerRow.size());
    }

    private static String fold(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    /** Where the columns of one file stand. */
    static final class Positions {
        private final int[] positions = new int[Column.values().length];
        private final int width;

        private Positions(Map<Column, Integer> positions, int width) {
            positions.forEach((column, position) -> this.positions[column.ordinal()] = position);
            this.width = width;
        }

        int width() {
            return width;
        }

        String cell(List<String> fields, Column column) {
            return fields.get(positions[column.ordinal()]);
        }
    }
}
