package io.storehouse.shop.notifying;

import io.storehouse.contracts.EventType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer is told of. One more kind is: a constant here with its event and the member of the payload that is its
 * document, its words in {@link Texts}, and its receipt in {@link Composer}.
 */
enum NoticeKind {
    ORDER_PAID(EventType.ORDER_PLACED, "order_id"),
    RETURN_ACCEPTED(EventType.RETURN_ACCEPTED, "return_id");

    private final EventType event;
    private final String document;

    NoticeKind(EventType event, String document) {
        this.event = event;
        this.document = document;
    }

    /** The name in tables and HTTP. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    EventType event() {
        return event;
    }

    /** The payload's member with the document's id. */
    String document() {
        return document;
    }

    static NoticeKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Optional<NoticeKind> of(EventType event) {
        return Stream.of(values()).filter(kind -> kind.event == event).findFirst();
    }
}
