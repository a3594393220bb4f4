package io.storehouse.contracts;

/** Names of the Kafka record headers beside the JSON value. Their values are UTF-8 text. */
public final class EventHeaders {
    /** {@link Position#text()}: where in the database's binary log the event was committed. */
    public static final String POSITION = "storehouse-position";
    /** The event's id, the same as in the envelope. */
    public static final String ID = "id";

    private EventHeaders() {}
}
