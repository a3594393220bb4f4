package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ShopException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bar code of a product.
 *
 * @param code EAN-8, UPC-A, EAN-13 or ITF-14 with its check digit, or a code of one's own of another length or with letters
 * @param unit the pack that carries it; null for the product's own unit
 */
public record Barcode(String code, @Nullable String unit) {
    private static final int LENGTH = 64;
    private static final int UPC_A = 12;
    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final Pattern UPC = Pattern.compile("\\d{12}");

    /**
     * The code, checked.
     *
     * @throws ShopException {@code invalid-barcode}
     */
    static Barcode of(String code, @Nullable String unit) {
        String trimmed = code.strip();
        if (trimmed.isEmpty() || trimmed.length() > LENGTH) {
            throw new ShopException(
                    CatalogueError.INVALID_BARCODE,
                    "Invalid bar code: expected 1 to 64 characters, not '" + code + "'");
        }
        if (GTIN.matcher(trimmed).matches() && !isChecked(trimmed)) {
            throw new ShopException(
                    CatalogueError.INVALID_BARCODE,
                    "Invalid bar code: " + trimmed + " should end in " + checkDigit(trimmed) + ", its check digit");
        }
        return new Barcode(trimmed, unit);
    }

    /** A UPC-A is the EAN-13 with a 0 before it; scanners send either. */
    static String canonical(String code) {
        return code.length() == UPC_A && UPC.matcher(code).matches() ? "0" + code : code;
    }

    /** Whether the last of the digits is the check digit of those before it. */
    static boolean isChecked(String digits) {
        return digits.charAt(digits.length() - 1) - '0' == checkDigit(digits);
    }

    /** GS1 General Specifications, 7.9: weights 3 and 1 in turn from the right, the check digit left out. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (10 - sum % 10) % 10;
    }
}
