package io.storehouse.shop.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product with variants (SPU); each variant is a SKU.
 *
 * @param axes the attributes in which its variants differ, such as {@code colour}
 * @param category of all its variants: the category's code, or null
 * @param brand of all its variants, or null
 * @param taxClass of all its variants: the tax class's code, or null
 */
public record Spu(
        String code,
        String name,
        List<String> axes,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String taxClass) {
    /** Copies the list. */
    public Spu {
        axes = List.copyOf(axes);
    }

    /** Whether the attributes are those in which its variants differ. */
    boolean isVariedBy(Map<String, String> attributes) {
        return attributes.keySet().equals(Set.copyOf(axes));
    }
}
