package io.storehouse.engines;

/**
 * One password for each user of the database.
 *
 * @param shop owns schema {@code shop}
 * @param lake owns schema {@code iceberg}
 * @param cdc reads the binary log for Debezium
 * @param replica copies schema {@code shop} and follows the binary log
 * @param monitor sees positions and processes, no data
 */
public record MariaDbPasswords(String shop, String lake, String cdc, String replica, String monitor) {
    /** Rejects what would need quoting in SQL; passwords are generated, so nothing is lost. */
    public MariaDbPasswords {
        requirePlain("shop", shop);
        requirePlain("lake", lake);
        requirePlain("cdc", cdc);
        requirePlain("replica", replica);
        requirePlain("monitor", monitor);
    }

    static void requirePlain(String user, String password) {
        if (!password.matches("[A-Za-z0-9_-]{16,}")) {
            throw new IllegalArgumentException(
                    "Invalid password of database user " + user + "; expected 16 or more letters, digits, '_' or '-'");
        }
    }

    @Override
    public String toString() {
        return "MariaDbPasswords[hidden]";
    }
}
