package io.storehouse.shop.media;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an object: only letters and digits of a hash, and what was made of it, so that none leads elsewhere. */
record ObjectName(String text) {
    private static final int FOLDER = 2;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** The name of the bytes with that SHA-256; empty for what is none. */
    static Optional<ObjectName> ofHash(String hash) {
        return HASH.matcher(hash).matches() ? Optional.of(new ObjectName(hash)) : Optional.empty();
    }

    /** The name of the thumbnail with sides of at most that many pixels. */
    ObjectName thumbnail(int side) {
        return new ObjectName(text + "-" + side);
    }

    /** Where the object lies: in one of 256 folders. Every store keeps this layout, so that one can be copied to another. */
    String path() {
        return text.substring(0, FOLDER) + "/" + text;
    }
}
