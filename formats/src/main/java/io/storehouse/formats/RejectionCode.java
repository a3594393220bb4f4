package io.storehouse.formats;

import java.util.Locale;

/** Why a row became nothing else, for programs. */
public enum RejectionCode {
    /** The bytes are no UTF-8 text. */
    NOT_UTF8,
    /** Quotes do not match, or the line is absurdly long. */
    MALFORMED,
    COLUMN_COUNT,
    /** A text cell that a spreadsheet would run. */
    FORMULA,
    /** Control characters, or longer than the shop keeps. */
    BAD_TEXT,
    MISSING_VALUE,
    BAD_NUMBER,
    BAD_DATE,
    NEGATIVE_PRICE,
    /** A return row that takes nothing back. */
    RETURN_QUANTITY,
    /** An accounting entry. */
    LEDGER,
    UNKNOWN_INVOICE,
    /** Another store or customer than the first row of its invoice. */
    MIXED_INVOICE,
    /** The invoice is known with other content. */
    INVOICE_CHANGED,
    /** The stock ledger cannot cover it. */
    INSUFFICIENT_STOCK,
    /** The shop refused the document for another reason. */
    REFUSED;

    /** The lower-case name, for example {@code bad_number}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
