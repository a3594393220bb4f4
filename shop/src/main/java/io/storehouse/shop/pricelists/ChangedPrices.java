package io.storehouse.shop.pricelists;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of prices as it was recorded.
 *
 * @param replayed true when it had been recorded before, by the same command
 */
public record ChangedPrices(UUID id, @Nullable String store, Instant validFrom, Instant recordedAt, boolean replayed) {}
