package io.storehouse.shop.giftcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.storehouse.shop.problems.ShopException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a gift card's code once it was read: whoever knows the code can pay, so it is neither kept nor written.
 *
 * @param hash SHA-256 of the code, in hexadecimal
 * @param digits the last four characters
 */
public record GiftCardCode(String hash, String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{16,32}");
    private static final int VISIBLE = 4;

    /**
     * Reads a code; case, blanks and hyphens do not count.
     *
     * @throws ShopException {@code invalid-gift-card} unless it has 16 to 32 letters and digits
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GiftCardCode of(String code) {
        String kept = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(kept).matches()) {
            throw new ShopException(
                    GiftCardError.INVALID_GIFT_CARD, "Invalid gift card code: expected 16 to 32 letters and digits");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(kept.getBytes(StandardCharsets.UTF_8));
            return new GiftCardCode(HexFormat.of().formatHex(hash), kept.substring(kept.length() - VISIBLE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** The code with all but its last characters hidden. */
    @Override
    @JsonValue
    public String toString() {
        return "…" + digits;
    }
}
