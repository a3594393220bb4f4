package io.storehouse.shop.audit;

import java.util.List;

/** The append-only log of sensitive acts. */
public interface AuditLog {
    /**
     * Records acts in the running transaction, so that an act and its record are there together or not at all; one statement.
     *
     * @throws IllegalStateException when no transaction runs
     */
    void record(List<AuditEntry> entries);

    /** Records one act. */
    default void record(AuditEntry entry) {
        record(List.of(entry));
    }
}
