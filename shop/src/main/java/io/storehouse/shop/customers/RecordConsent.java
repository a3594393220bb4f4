package io.storehouse.shop.customers;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.UUID;

/**
 * A yes or a no to be recorded.
 *
 * @param id made by the client
 * @param customer any code of the person
 */
record RecordConsent(
        UUID id, String customer, Purpose purpose, Answer answer, ConsentSource source, Instant occurredAt) {

    /** Brings the parts into their form. */
    RecordConsent {
        occurredAt = Texts.within(occurredAt, "time");
    }

    /** What a customer said. */
    enum Answer {
        GRANTED,
        WITHDRAWN
    }
}
