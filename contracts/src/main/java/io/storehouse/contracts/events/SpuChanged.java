package io.storehouse.contracts.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product with variants was made or changed. Its variants have events of their own.
 *
 * @param code natural key, upper case
 * @param axes the attributes in which its variants differ, such as {@code colour}
 * @param category the category's code, or null
 * @param taxClass the tax class's code, or null
 */
public record SpuChanged(
        String code,
        String name,
        List<String> axes,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String taxClass) {

    /** Copies the list. */
    public SpuChanged {
        axes = List.copyOf(axes);
    }
}
