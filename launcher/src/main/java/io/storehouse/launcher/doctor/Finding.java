package io.storehouse.launcher.doctor;

/**
 * What an examination found.
 *
 * @param wayOut what to do, empty when all is well
 */
public record Finding(Grade grade, String words, String wayOut) {
    /** How bad it is. */
    public enum Grade {
        /** All is well. */
        FINE,
        /** It works, but not as well as it could. */
        CARE,
        /** It will not work. */
        WRONG
    }

    static Finding fine(String words) {
        return new Finding(Grade.FINE, words, "");
    }

    static Finding care(String words, String wayOut) {
        return new Finding(Grade.CARE, words, wayOut);
    }

    static Finding wrong(String words, String wayOut) {
        return new Finding(Grade.WRONG, words, wayOut);
    }
}
