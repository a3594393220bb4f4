package io.storehouse.shop.stores;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stores whose rows someone may read and in which he may act.
 *
 * @param only codes of the stores; null for every store, also those that are opened later
 */
public record StoreScope(@Nullable Set<String> only) {
    private static final String PARAMETER = "storeScope";

    /** Keeps the codes. */
    public StoreScope {
        only = only == null ? null : Set.copyOf(only);
    }

    /** All stores. */
    public static StoreScope everywhere() {
        return new StoreScope(null);
    }

    /** These stores and no other; none of them for none at all. */
    public static StoreScope of(Collection<String> codes) {
        return new StoreScope(Set.copyOf(codes));
    }

    /** Whether it has every store. */
    public boolean isEverywhere() {
        return only == null;
    }

    /** Whether it has that store. */
    public boolean includes(String code) {
        return only == null || only.contains(code);
    }

    /** The codes in order; empty when it {@link #isEverywhere}. */
    public List<String> codes() {
        return only == null ? List.of() : List.copyOf(new TreeSet<>(only));
    }

    /** Those of the other's stores that this has too. */
    public StoreScope within(StoreScope other) {
        if (only == null) {
            return other;
        }
        return of(only.stream().filter(other::includes).collect(Collectors.toSet()));
    }

    /**
     * The condition that a row is of these stores, for the {@code where} of a statement with named parameters. A row without
     * a store is of none, so only {@link #everywhere} reads it.
     *
     * @param column that holds a store's code
     */
    public Condition onCode(String column) {
        return condition(column + " in (:" + PARAMETER + ")");
    }

    /**
     * As {@link #onCode}, for a column that holds a store's surrogate key. One store is compared by a constant key, so that an
     * index on it also gives the order.
     */
    public Condition onKey(String column) {
        return condition(
                codes().size() == 1
                        ? column + " = (select id from store where code = :" + PARAMETER + ")"
                        : column + " in (select id from store where code in (:" + PARAMETER + "))");
    }

    private Condition condition(String sql) {
        if (only == null) {
            return new Condition("true", Map.of());
        }
        return only.isEmpty() ? new Condition("false", Map.of()) : new Condition(sql, Map.of(PARAMETER, codes()));
    }

    /**
     * A part of a {@code where} with its parameters.
     *
     * @param sql never empty
     * @param parameters by name
     */
    public record Condition(String sql, Map<String, Object> parameters) {}
}
