package io.storehouse.shop.outbox;

import java.util.List;

/** Sees facts in the transaction that makes them. */
public interface Witness {
    /** The facts that are being announced; what fails here undoes them. */
    void see(List<OutboxMessage> messages);
}
