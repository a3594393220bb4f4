package io.storehouse.shop.media;

import java.util.Optional;

/** Keeps bytes under names. What a name stands for never changes. */
interface ObjectStore {
    /**
     * Keeps the bytes; once this returns, they survive a loss of power. Where the name is known, nothing happens.
     *
     * @throws java.io.UncheckedIOException when they cannot be kept
     */
    void put(ObjectName name, byte[] content);

    /** The bytes under the name. */
    Optional<byte[]> get(ObjectName name);
}
