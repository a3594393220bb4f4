package io.storehouse.launcher.supervision;

/**
 * What a probe found.
 *
 * @param good whether the service does its work
 * @param advancing whether a bad one has got on since the last probe: time does not count against it
 * @param detail a few words on it
 */
public record Health(boolean good, boolean advancing, String detail) {
    /** It does its work. */
    public static Health good(String detail) {
        return new Health(true, true, detail);
    }

    /** It does not. */
    public static Health bad(String detail) {
        return new Health(false, false, detail);
    }

    /** It is behind with its work, and goes on with it. */
    public static Health behind(String detail) {
        return new Health(false, true, detail);
    }
}
