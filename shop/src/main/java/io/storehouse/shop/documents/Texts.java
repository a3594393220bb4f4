package io.storehouse.shop.documents;

import io.storehouse.shop.problems.ShopException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Limits that all documents share. */
public final class Texts {
    /** Longest number or reference of a document. */
    public static final int NUMBER = 64;
    /** Longest name or reason. */
    public static final int NAME = 255;
    /** Longest code of a till. */
    public static final int TILL = 32;

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-12-31T00:00:00Z");

    private Texts() {}

    /**
     * The text, if it fits.
     *
     * @throws ShopException {@code invalid-document}
     */
    public static @Nullable String atMost(int length, @Nullable String text, String what) {
        if (text != null && text.length() > length) {
            throw invalid("Invalid " + what + ": over " + length + " characters");
        }
        return text;
    }

    /**
     * Whether the text can be a code. The database holds a code with blanks at its end for the code itself, and would so keep the
     * one from ever being made.
     */
    public static boolean isCode(int length, String text) {
        return !text.isBlank() && text.length() <= length && text.equals(text.strip());
    }

    /** A code as it was meant: without the blanks around it. */
    public static @Nullable String stripped(@Nullable String code) {
        return code == null ? null : code.strip();
    }

    /**
     * The instant, if tables can keep it.
     *
     * @throws ShopException {@code invalid-document}
     */
    public static Instant within(Instant instant, String what) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw invalid("Invalid " + what + ": " + instant);
        }
        return instant;
    }

    /** A failure of a rule that all documents share. */
    public static ShopException invalid(String message) {
        return new ShopException(DocumentError.INVALID_DOCUMENT, message);
    }
}
