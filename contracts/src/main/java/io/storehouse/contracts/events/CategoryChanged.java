package io.storehouse.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * A category was made, renamed or moved. Each category below one that moves has an event of its own.
 *
 * @param code natural key, upper case
 * @param parent the category above it, or null for a root
 * @param path codes from the root to this one, each followed by {@code /}
 */
public record CategoryChanged(
        String code, String name, @Nullable String parent, String path) {}
