package io.storehouse.stream.redis;

/**
 * What is to stand in Redis under one key, or under one field of it.
 *
 * @param key of Redis
 * @param field of the hash for {@link Shape#FIELD}, else empty
 * @param cut {@code Cut.text()}, empty where the shape has none
 * @param value JSON
 * @param store with the date the entry in the index of days; empty for figures that are not in it
 * @param businessDate {@code yyyy-MM-dd}, or empty
 */
public record LiveFigure(
        Shape shape, String key, String field, String cut, String value, String store, String businessDate) {

    /** How a figure lies in Redis. */
    public enum Shape {
        /** A hash of a cut and a value; only a dominating cut replaces it. */
        FIGURE,
        /** One field {@code cut|value} of a hash; only a dominating cut replaces it. */
        FIELD,
        /** A hash with a value alone; the last one wins. */
        PLAIN,
        /** Nothing: the key goes. */
        GONE
    }

    /** A figure in the index of days. */
    public static LiveFigure ofDay(String key, String cut, String value, String store, String businessDate) {
        return new LiveFigure(Shape.FIGURE, key, "", cut, value, store, businessDate);
    }

    /** A figure under a key of its own. */
    public static LiveFigure of(String key, String cut, String value) {
        return new LiveFigure(Shape.FIGURE, key, "", cut, value, "", "");
    }

    /** A figure in a field of a shared hash. */
    public static LiveFigure ofField(String key, String field, String cut, String value) {
        return new LiveFigure(Shape.FIELD, key, field, cut, value, "", "");
    }

    /** A value without a cut. */
    public static LiveFigure plain(String key, String value) {
        return new LiveFigure(Shape.PLAIN, key, "", "", value, "", "");
    }

    /** The end of a key. */
    public static LiveFigure gone(String key) {
        return new LiveFigure(Shape.GONE, key, "", "", "", "", "");
    }

    /** The same for all figures that replace each other. */
    public String place() {
        return key + '\n' + field;
    }
}
