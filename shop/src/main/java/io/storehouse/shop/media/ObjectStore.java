package io.storehouse.shop.media;

import java.util.Optional;

/**
 * Keeps bytes under names. What a name stands for never changes, so whoever puts it again puts the same; a reader gets all of
 * it or nothing. Every call ends in bounded time.
 */
interface ObjectStore {
    /**
     * Keeps the bytes; once this returns, they survive a loss of power. Where the name is known, nothing happens.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code pictures-unavailable} when they cannot be kept
     */
    void put(ObjectName name, byte[] content);

    /**
     * The bytes under the name; empty where it is not known.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code pictures-unavailable} when nobody can tell
     */
    Optional<byte[]> get(ObjectName name);
}
