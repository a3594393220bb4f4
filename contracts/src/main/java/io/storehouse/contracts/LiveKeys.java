package io.storehouse.contracts;

/**
 * Names in Redis of the live view. Every figure is a hash with the fields {@link #CUT} and {@link #VALUE} (JSON); minutes
 * are one hash a store and day whose fields are {@code HH:mm} and whose values are {@code <cut>|<JSON>}. Redis is a view:
 * emptied, the stream fills it again.
 */
public final class LiveKeys {
    /** Text key: which keyspace readers use, so that new logic can fill its own and flip. */
    public static final String CURRENT = "storehouse:live:current";
    /** Hash field: {@link Cut#text()}. */
    public static final String CUT = "cut";
    /** Hash field: the figure as JSON. */
    public static final String VALUE = "value";

    private final String prefix;

    /** The keys of one keyspace, for example {@code v1}. */
    public LiveKeys(String keyspace) {
        this.prefix = "storehouse:live:" + keyspace + ":";
    }

    /** Figure: totals of a store's business date ({@code yyyy-MM-dd}). */
    public String day(String store, String businessDate) {
        return prefix + "day:" + businessDate + ":" + store;
    }

    /** Set of the stores that have a {@link #day} figure on that date. */
    public String storesOf(String businessDate) {
        return prefix + "stores:" + businessDate;
    }

    /** Sorted set of business dates that have figures, scored by {@code yyyyMMdd}. */
    public String dates() {
        return prefix + "dates";
    }

    /** Hash of minutes of a store's business date. */
    public String minutes(String store, String businessDate) {
        return prefix + "minutes:" + businessDate + ":" + store;
    }

    /** Figure: the best-selling SKUs of a business date over all stores. */
    public String topSkus(String businessDate) {
        return prefix + "top:" + businessDate;
    }

    /** Figure: the newest orders and returns. */
    public String ticker() {
        return prefix + "ticker";
    }

    /** Hash with the newest pulse seen: field {@link #VALUE}, {@code {"recorded_at": …}}. */
    public String pulse() {
        return prefix + "pulse";
    }

    /** Channel on which the key of every changed figure is published. */
    public String changes() {
        return prefix + "changes";
    }
}
