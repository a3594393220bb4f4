package io.storehouse.shop.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a list's statement, from {@code where} on, over documents of one table with a surrogate key {@code id} and the
 * client's {@code uuid}. They go by the key, or by a date or time first and then by the key. Parameters are named; the statement
 * takes {@code limit} too.
 */
public final class PageSql {
    private final String table;
    private final String alias;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private Sort sort = Sort.NEWEST;
    private @Nullable String first;

    /** For the rows of that table, by the name that the statement gives it. */
    public PageSql(String table, String alias) {
        this.table = table;
        this.alias = alias;
    }

    /** Only rows for which this holds. */
    public PageSql and(String condition, Map<String, Object> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    /** The same with one parameter of that name; nothing where the value is null. */
    public PageSql and(String condition, String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return and(condition, Map.of(name, value(value)));
    }

    private static Object value(Object value) {
        if (value instanceof Instant instant) {
            return Rows.utc(instant);
        }
        return value instanceof UUID id ? id.toString() : value;
    }

    /** Only from this value of the column on; all where it is null. */
    public PageSql from(String column, @Nullable Object value) {
        return and(alias + "." + column + " >= :from", "from", value);
    }

    /** Only to this value of the column, which is the last; all where it is null. */
    public PageSql to(String column, @Nullable Object value) {
        return and(alias + "." + column + " <= :to", "to", value);
    }

    /** Only what is before this value of the column; all where it is null. */
    public PageSql until(String column, @Nullable Object value) {
        return and(alias + "." + column + " < :until", "until", value);
    }

    /** Rows go by this column first; by the key alone where it is null. */
    public PageSql by(@Nullable String column) {
        first = column;
        return this;
    }

    /** From after the document with that {@code uuid} on; {@link #by} comes before. */
    public PageSql page(Sort order, @Nullable UUID after) {
        sort = order;
        return and(beyond(), "after", after);
    }

    /** A comparison of rows would not be looked up in an index. */
    private String beyond() {
        String id = alias + ".id " + sort.beyond() + " " + ofAfter("id");
        if (first == null) {
            return id;
        }
        String time = alias + "." + first + " " + sort.beyond();
        String last = ofAfter(first);
        return time + "= " + last + " and (" + time + " " + last + " or " + id + ")";
    }

    private String ofAfter(String column) {
        return "(select " + column + " from " + table + " where uuid = :after)";
    }

    /** {@code where … order by … limit :limit}. */
    public String sql() {
        return "where " + (conditions.isEmpty() ? "true" : String.join(" and ", conditions)) + " order by "
                + order(alias) + " limit :limit";
    }

    /** What rows go by, for a statement around this one, in which the table has that name. */
    public String order(String name) {
        String key = name + ".id " + sort.direction();
        return first == null ? key : name + "." + first + " " + sort.direction() + ", " + key;
    }

    /** All but the limit. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
