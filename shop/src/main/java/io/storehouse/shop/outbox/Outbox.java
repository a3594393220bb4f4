package io.storehouse.shop.outbox;

import java.util.List;

/** Publishes events with the transaction that is running: they leave the shop when it commits, and only then. */
public interface Outbox {
    /**
     * Writes the messages in their order, in one statement batch.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when no transaction is running
     */
    void append(List<OutboxMessage> messages);
}
