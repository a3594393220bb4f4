package io.storehouse.contracts;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Kafka topic of domain events. Every topic has {@link #PARTITIONS} partitions for ever: positions are compared within one
 * partition, so a key must never move to another.
 */
public enum Topic {
    /** Sales and returns, keyed by the order's or return's id; shifts and their cash, keyed by the shift's id. */
    ORDERS("storehouse.orders"),
    /**
     * Receipts and adjustments of stock, purchase orders, returns to suppliers, flash sales, keyed by the document's id;
     * levels, keyed by SKU; closed periods, keyed by store.
     */
    STOCK("storehouse.stock"),
    /**
     * Stores, products, categories, tax classes, suppliers, promotions, gift cards, the loyalty programme, customers (without personal data) and their
     * points, keyed by their code or id; changes of prices, keyed by the change's id.
     */
    REFERENCE("storehouse.reference"),
    /** Rows of imported files that were rejected, keyed by the import's id. */
    IMPORTS("storehouse.imports"),
    /** The shop's heartbeat for the live page; short retention, never archived. */
    PULSE("storehouse.pulse");

    /** Partitions of every topic. */
    public static final int PARTITIONS = 4;

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    /** The name on the broker, which is also the value of the outbox column {@code topic}. */
    public String topicName() {
        return topicName;
    }

    /** Whether the lake keeps its records verbatim, offset by offset. */
    public boolean archived() {
        return this != PULSE;
    }

    /** The topics that the lake keeps. */
    public static List<Topic> archivedTopics() {
        return Stream.of(values()).filter(Topic::archived).toList();
    }
}
