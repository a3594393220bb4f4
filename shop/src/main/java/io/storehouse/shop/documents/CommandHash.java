package io.storehouse.shop.documents;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of what a command asks for: SHA-256 over its parts in a fixed order. Numbers count by value, so that 1.5 and
 * 1.50 are the same request.
 */
public final class CommandHash {
    private final MessageDigest digest;

    /** A hash of nothing yet. */
    public CommandHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Adds a text, or its absence. */
    public CommandHash add(@Nullable String text) {
        if (text == null) {
            digest.update((byte) 0);
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) 1);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds a number by its value. */
    public CommandHash add(BigDecimal number) {
        return add(number.stripTrailingZeros().toPlainString());
    }

    /** Adds an identifier, or its absence. */
    public CommandHash add(@Nullable UUID id) {
        return add(id == null ? null : id.toString());
    }

    /** Adds an instant. */
    public CommandHash add(Instant instant) {
        return add(instant.toString());
    }

    /** Adds a count, which also separates lists from each other. */
    public CommandHash add(int count) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (count >>> shift));
        }
        return this;
    }

    /** The finished hash. */
    public Value value() {
        return Value.of(digest.digest());
    }

    /**
     * A finished hash.
     *
     * @param hex its 32 bytes in hexadecimal
     */
    public record Value(String hex) {
        static Value of(byte[] bytes) {
            return new Value(HexFormat.of().formatHex(bytes));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }
}
