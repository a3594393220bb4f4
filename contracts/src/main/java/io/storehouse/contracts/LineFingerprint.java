package io.storehouse.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A 60-bit hash of one order or return line, whose sum over any set of lines shows whether two stations hold the same ones.
 * It is the first 15 hexadecimal digits of SHA-256 over the UTF-8 text
 * {@code kind|document id|line number|sku|quantity|unit price|amount}; quantity has 3 places, unit price and amount have 4,
 * all positive for returns too. SQL engines compute it with {@code sha2(…, 256)} or {@code sha256(…)}.
 */
public final class LineFingerprint {
    private static final int HEX_DIGITS = 15;

    private LineFingerprint() {}

    /**
     * Hashes one line.
     *
     * @param kind {@code sale} or {@code return}
     * @param documentId the order's or return's UUID in lower case
     * @throws ArithmeticException when a number has more places than the contract gives it
     */
    public static long of(
            String kind,
            String documentId,
            int lineNo,
            String sku,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount) {
        String text = String.join(
                "|",
                kind,
                documentId,
                Integer.toString(lineNo),
                sku,
                fixed(quantity, 3),
                fixed(unitPrice, 4),
                fixed(amount, 4));
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Long.parseLong(HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS), 16);
    }

    private static String fixed(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
