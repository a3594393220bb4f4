package io.storehouse.engines;

/**
 * The database that a replica follows.
 *
 * @param port on 127.0.0.1
 * @param password of its user {@code replica}
 */
public record ReplicationSource(int port, String password) {
    /** Rejects what would need quoting in SQL. */
    public ReplicationSource {
        MariaDbPasswords.requirePlain("replica", password);
    }

    @Override
    public String toString() {
        return "ReplicationSource[port=" + port + "]";
    }
}
