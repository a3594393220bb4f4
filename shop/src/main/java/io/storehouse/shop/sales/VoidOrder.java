package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.UUID;

/**
 * An order to be voided: all of it comes back, and all of its money goes back to its tenders.
 *
 * @param id made by the client; the identity of the voiding and of the return that does it
 * @param reason not blank
 * @param approvedBy who approves it; not part of what is asked for
 */
record VoidOrder(UUID id, UUID order, Instant occurredAt, String reason, String approvedBy) {

    /** Brings the parts into their form. */
    VoidOrder {
        occurredAt = Texts.within(occurredAt, "time");
        Texts.atMost(Texts.NAME, reason, "reason");
        Texts.atMost(Texts.NUMBER, approvedBy, "approver");
    }

    /** What a voiding is answered, beside the return that does it. */
    record Voided(UUID id, UUID order, boolean replayed) {}
}
