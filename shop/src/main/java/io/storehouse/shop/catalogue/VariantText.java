package io.storehouse.shop.catalogue;

import io.storehouse.shop.transfer.RowProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A variant's attributes in the cell of a file: {@code colour=red; size=M}, or a JSON object as exports write them. */
final class VariantText {
    private static final TypeReference<TreeMap<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final Pattern BETWEEN = Pattern.compile("[;；]");
    private static final Pattern IS = Pattern.compile("[=＝]");
    private static final int LONGEST_VALUE = 64;

    private VariantText() {}

    /**
     * The attributes; null for no text.
     *
     * @throws RowProblem {@code invalid-variant}
     */
    static @Nullable Map<String, String> read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<String, String> attributes = text.startsWith("{") ? json(text) : pairs(text);
        attributes.forEach((name, value) -> {
            if (value == null || value.isBlank() || value.length() > LONGEST_VALUE) {
                throw invalid("A value has 1 to " + LONGEST_VALUE + " characters");
            }
        });
        if (ProductRows.text(attributes).length() > SpuTable.LONGEST_VARIANT) {
            throw invalid("The attributes are over " + SpuTable.LONGEST_VARIANT + " characters as JSON");
        }
        return attributes;
    }

    private static Map<String, String> json(String text) {
        try {
            return JsonMapper.shared().readValue(text, ATTRIBUTES);
        } catch (JacksonException e) {
            throw invalid("Expected attributes such as colour=red; size=M");
        }
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> attributes = new TreeMap<>();
        for (String pair : BETWEEN.split(text)) {
            String[] parts = IS.split(pair, 2);
            if (parts.length < 2 || attributes.put(parts[0].strip(), parts[1].strip()) != null) {
                throw invalid("Expected attributes such as colour=red; size=M, each once");
            }
        }
        return attributes;
    }

    static RowProblem invalid(String reason) {
        return new RowProblem("variant", CatalogueError.INVALID_VARIANT.code(), reason);
    }
}
