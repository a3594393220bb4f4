package io.storehouse.reports.lake;

import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** DuckDB's names of Iceberg's types. */
final class DuckTypes {
    private DuckTypes() {}

    static String of(Type type) {
        return switch (type.typeId()) {
            case BOOLEAN -> "BOOLEAN";
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> ((Types.TimestampType) type).shouldAdjustToUTC() ? "TIMESTAMPTZ" : "TIMESTAMP";
            case STRING -> "VARCHAR";
            case UUID -> "UUID";
            case FIXED, BINARY -> "BLOB";
            case DECIMAL -> {
                Types.DecimalType decimal = (Types.DecimalType) type;
                yield "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
            }
            case LIST -> of(type.asListType().elementType()) + "[]";
            case MAP ->
                "MAP(" + of(type.asMapType().keyType()) + ", "
                        + of(type.asMapType().valueType()) + ")";
            case STRUCT ->
                type.asStructType().fields().stream()
                        .map(field -> Sql.name(field.name()) + " " + of(field.type()))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            default -> throw new IllegalArgumentException("Cannot read a column of type " + type + " in DuckDB");
        };
    }
}
