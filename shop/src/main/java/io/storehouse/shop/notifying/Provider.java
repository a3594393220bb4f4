package io.storehouse.shop.notifying;

import java.util.Set;
import java.util.UUID;

/** Someone who carries messages. An adapter is safe for many threads and answers within the time that its settings allow. */
interface Provider {
    /** What it carries. */
    MessageChannel channel();

    /** The name in tables and HTTP, at most 16 characters. */
    String name();

    /**
     * Hands a message over. That it returns means that the provider has it.
     *
     * @throws DeliveryFailure when the provider has not, or may not have it
     */
    void deliver(Message message) throws DeliveryFailure;

    /** Removes what is kept here of the messages with those keys; most keep nothing. */
    default void forget(Set<UUID> keys) {}
}
