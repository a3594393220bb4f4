package io.storehouse.shop.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A category as it is now.
 *
 * @param parent the category above it, or null for a root
 * @param path codes from the root to this one, each followed by {@code /}
 */
public record Category(String code, String name, @Nullable String parent, String path) {
    private static final int LEVELS = 10;

    boolean isAtOrBelow(Category other) {
        return path.startsWith(other.path);
    }

    static boolean isTooDeep(String path) {
        return path.chars().filter(c -> c == '/').count() > LEVELS;
    }
}
