package io.storehouse.shop.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes events with the transaction that is running: they leave the shop when it commits, and only then. */
public interface Outbox {
    /**
     * Writes the messages in their order, in one statement batch.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when no transaction is running
     */
    void append(List<OutboxMessage> messages);

    /** Begins to write the events' JSON in another thread, while the caller's transaction goes on with what they tell of. */
    Prepared prepare(List<OutboxMessage> messages);

    /** Writes prepared messages as {@link #append(List)} does. */
    void append(Prepared prepared);

    /**
     * Messages on their way to be written.
     *
     * @param payloads their JSON, in their order
     */
    record Prepared(List<OutboxMessage> messages, CompletableFuture<List<String>> payloads) {}
}
