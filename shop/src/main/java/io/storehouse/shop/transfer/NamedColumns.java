package io.storehouse.shop.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file that have names. A row waits for its batch with their cells alone, for it may have thousands of others. */
final class NamedColumns {
    private final int[] kept;
    private final Map<String, Integer> positions = new HashMap<>();

    /** The columns that stand at those positions, by their names. */
    NamedColumns(Map<String, Integer> inFile) {
        this.kept =
                inFile.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        inFile.forEach((name, at) -> positions.put(name, Arrays.binarySearch(kept, at)));
    }

    Cells cells(List<String> row) {
        List<String> named = new ArrayList<>(kept.length);
        for (int at : kept) {
            named.add(at < row.size() ? row.get(at) : "");
        }
        return new Cells(positions, named);
    }
}
