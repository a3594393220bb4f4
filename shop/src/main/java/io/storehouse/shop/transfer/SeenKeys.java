package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ShopException;

/**
 * The keys that a file has named, as 64 bits each, so that the keys of millions of rows take some megabytes. Of two million keys
 * two have the same bits once in ten million files.
 */
final class SeenKeys {
    private static final int FIRST_SIZE = 1 << 12;
    private static final int MOST = 4_000_000;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] table = new long[FIRST_SIZE];
    private int count;

    /**
     * Whether the key is new.
     *
     * @throws ShopException {@code file-too-large} beyond 4 million keys, which take 64 MB
     */
    boolean add(String key) {
        if (count * 2 >= table.length) {
            grow();
        }
        boolean isNew = put(table, hash(key));
        if (count > MOST) {
            throw new ShopException(
                    TransferError.FILE_TOO_LARGE,
                    "Cannot take rows that name more than " + MOST + " codes; split the file");
        }
        return isNew;
    }

    private boolean put(long[] into, long hash) {
        int mask = into.length - 1;
        int at = (int) hash & mask;
        while (into[at] != 0) {
            if (into[at] == hash) {
                return false;
            }
            at = at + 1 & mask;
        }
        into[at] = hash;
        count++;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        count = 0;
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    /** FNV-1a over the characters, stirred as MurmurHash3 does at its end; 0 means an empty place. */
    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
