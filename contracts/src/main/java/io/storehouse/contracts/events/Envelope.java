package io.storehouse.contracts.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One self-contained event: full state, never a delta.
 *
 * @param <P> the payload's record
 * @param id unique, a UUID in lower case
 * @param type {@code EventType.code()}
 * @param schemaVersion of the payload; changes are additive
 * @param occurredAt when it happened, by the clock of who did it
 * @param recordedAt when the shop recorded it
 * @param store the store's code, or null where no store is concerned
 * @param businessDate decided once by the shop, or null where none applies
 * @param businessTime the store's local time of {@code occurredAt}, {@code HH:mm}, or null
 */
public record Envelope<P>(
        String id,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String store,
        @Nullable LocalDate businessDate,
        @Nullable String businessTime,
        P payload) {}
