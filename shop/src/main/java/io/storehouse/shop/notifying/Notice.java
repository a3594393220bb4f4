package io.storehouse.shop.notifying;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event says that a customer may be told.
 *
 * @param event the event's id
 * @param document the sale or the return
 * @param order the sale, or the one that the return undoes
 * @param customer as the event names it; null of a return where nobody said, who is then the customer of the order
 * @param at the earlier of when it happened and when it was recorded
 * @param place topic/partition/offset of the event
 */
record Notice(
        UUID event,
        NoticeKind kind,
        UUID document,
        @Nullable UUID order,
        String store,
        @Nullable String customer,
        Language language,
        Instant at,
        String place) {

    /** The same of that customer. */
    Notice of(@Nullable String other) {
        return new Notice(event, kind, document, order, store, other, language, at, place);
    }

    /** The one message of an event by a channel, however often the event comes. */
    UUID message(MessageChannel channel) {
        return UUID.nameUUIDFromBytes((event + "/" + channel.code()).getBytes(StandardCharsets.US_ASCII));
    }
}
