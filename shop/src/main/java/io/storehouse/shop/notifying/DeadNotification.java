package io.storehouse.shop.notifying;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be sent, as its letter tells it: without recipient and text.
 *
 * @param key surrogate
 * @param place topic/partition/offset of the event
 */
record DeadNotification(
        long key,
        UUID id,
        UUID event,
        String channel,
        String kind,
        UUID document,
        String store,
        String error,
        @Nullable Integer reply,
        int attempts,
        String place) {}
