package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column of a file is where. */
final class Header {
    private static final int LONGEST_NAME = 64;

    private Header() {}

    /**
     * The positions of the columns by their English names.
     *
     * @throws ShopException {@code unreadable-file} with the columns that are missing and those that are not known
     */
    static Map<String, Integer> positions(RowFile.@Nullable Row row, RowImport<?> rows) {
        if (row == null || row.problem() != null) {
            throw new ShopException(
                    TransferError.UNREADABLE_FILE, "Cannot read the file: its first line must name the columns");
        }
        Map<String, Integer> positions = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String header = row.cells().get(i).strip();
            if (header.isEmpty()) {
                continue;
            }
            Optional<Column> column = rows.columns().stream()
                    .filter(known -> known.isCalled(header))
                    .findFirst();
            if (column.isEmpty()) {
                unknown.add(rows.isPersonal() ? "no. " + (i + 1) : shortened(header));
            } else if (positions.put(column.get().name(), i) != null) {
                throw new ShopException(
                        TransferError.UNREADABLE_FILE,
                        "Cannot read the file: two columns are " + column.get().name());
            }
        }
        require(rows, positions, unknown);
        return positions;
    }

    private static void require(RowImport<?> rows, Map<String, Integer> positions, List<String> unknown) {
        List<String> missing = rows.columns().stream()
                .filter(column -> column.need() == Column.Need.REQUIRED)
                .map(Column::name)
                .filter(name -> !positions.containsKey(name))
                .toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            List<String> known = rows.columns().stream().map(Column::name).toList();
            throw new ShopException(
                    TransferError.UNREADABLE_FILE,
                    "Cannot read the file: missing columns: " + missing + "; unknown columns: " + unknown
                            + "; it may have: " + known,
                    Map.of("missing", missing, "unknown", unknown, "columns", known));
        }
    }

    private static String shortened(String header) {
        return header.substring(0, Math.min(LONGEST_NAME, header.length()));
    }
}
