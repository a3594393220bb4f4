package io.storehouse.launcher.supervision;

/** What a probe found: whether the service does its work, and a few words on it. */
public record Health(boolean good, String detail) {
    /** It does its work. */
    public static Health good(String detail) {
        return new Health(true, detail);
    }

    /** It does not. */
    public static Health bad(String detail) {
        return new Health(false, detail);
    }
}
