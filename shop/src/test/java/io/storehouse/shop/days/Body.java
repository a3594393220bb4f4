package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests as maps, and what is in them. */
final class Body {
    private Body() {}

    /** Pairs of names and values; those without a value are left out. */
    static Map<String, Object> of(@Nullable Object... pairs) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                body.put(
                        String.valueOf(pairs[i]),
                        value instanceof BigDecimal decimal ? decimal.toPlainString() : value);
            }
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> body, String name) {
        return (Map<String, Object>) Objects.requireNonNull(body.get(name), name);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> body, String name) {
        return (List<Map<String, Object>>) body.getOrDefault(name, List.of());
    }

    static BigDecimal decimal(Map<String, Object> body, String name) {
        return new BigDecimal(String.valueOf(body.getOrDefault(name, "0")));
    }

    static String text(Map<String, Object> body, String name) {
        return String.valueOf(body.get(name));
    }

    static UUID id(Map<String, Object> body) {
        return UUID.fromString(text(body, "id"));
    }
}
