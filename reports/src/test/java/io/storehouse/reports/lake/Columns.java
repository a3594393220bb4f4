package io.storehouse.reports.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Schemas written as {@code "store string, orders long"}; every column is optional. */
public final class Columns {
    private Columns() {}

    /** The schema. */
    public static Schema of(String text) {
        List<Types.NestedField> fields = new ArrayList<>();
        for (String column : text.split(",\\s*")) {
            String[] parts = column.strip().split("\\s+");
            fields.add(Types.NestedField.optional(fields.size() + 1, parts[0], type(parts[1])));
        }
        return new Schema(fields);
    }

    private static Type type(String name) {
        return switch (name) {
            case "string" -> Types.StringType.get();
            case "int" -> Types.IntegerType.get();
            case "long" -> Types.LongType.get();
            case "boolean" -> Types.BooleanType.get();
            case "date" -> Types.DateType.get();
            case "instant" -> Types.TimestampType.withZone();
            case "money" -> Types.DecimalType.of(19, 4);
            case "quantity" -> Types.DecimalType.of(19, 3);
            case "fingerprint" -> Types.DecimalType.of(20, 0);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
