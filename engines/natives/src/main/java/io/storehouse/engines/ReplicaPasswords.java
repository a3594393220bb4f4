package io.storehouse.engines;

/**
 * One password for each user of a replica, whose users are its own.
 *
 * @param reader reads schema {@code shop}, once the copy is whole
 * @param follower makes the copy and lets it follow; may do everything, on the replica only
 * @param monitor sees how far it has come, no data
 */
public record ReplicaPasswords(String reader, String follower, String monitor) {
    /** Rejects what would need quoting in SQL. */
    public ReplicaPasswords {
        MariaDbPasswords.requirePlain("reader", reader);
        MariaDbPasswords.requirePlain("follower", follower);
        MariaDbPasswords.requirePlain("monitor", monitor);
    }

    @Override
    public String toString() {
        return "ReplicaPasswords[hidden]";
    }
}
