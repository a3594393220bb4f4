package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which promotions or campaigns are listed. There are few of them.
 *
 * @param enabled whether they are switched on, or null for all
 * @param at an instant at which they hold if they are switched on, or null for all
 */
record Asked(@Nullable Boolean enabled, @Nullable Instant at) {
    /** Further conditions on {@code promotion p}. */
    String and() {
        return (enabled == null ? "" : " and p.enabled = :enabled")
                + (at == null ? "" : " and p.starts_at <= :at and p.ends_at > :at");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (enabled != null) {
            parameters.put("enabled", enabled);
        }
        if (at != null) {
            parameters.put("at", Rows.utc(at));
        }
        return parameters;
    }
}
