package io.storehouse.shop.audit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sensitive act. Neither subject nor details may hold personal data or secrets: they name codes, ids, roles and amounts.
 *
 * @param by who did it; null for the caller of the running request
 * @param store where; null for an act of the whole chain, which only callers of all stores read
 * @param subject what it was done to: a user name, a till, a document's id; at most 64 characters
 * @param details what else one has to know, by name
 */
public record AuditEntry(
        @Nullable Actor by, AuditAct act, @Nullable String store, String subject, Map<String, String> details) {
    private static final Set<String> FORBIDDEN =
            Set.of("pin", "password", "token", "secret", "name", "displayName", "phone", "email", "address");

    private static final int SUBJECT_LENGTH = 64;

    /** Refuses what must not be kept for good. */
    public AuditEntry {
        details = new TreeMap<>(details);
        for (String name : details.keySet()) {
            if (FORBIDDEN.contains(name)) {
                throw new IllegalArgumentException("Cannot keep '" + name + "' in the audit log");
            }
        }
        if (subject.length() > SUBJECT_LENGTH) {
            throw new IllegalArgumentException("Invalid subject of " + act.code() + ": over " + SUBJECT_LENGTH);
        }
    }

    /** An act of the caller. */
    public static AuditEntry of(AuditAct act, @Nullable String store, String subject) {
        return new AuditEntry(null, act, store, subject, Map.of());
    }

    /** The same with one more detail. */
    public AuditEntry with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new AuditEntry(by, act, store, subject, more);
    }

    /** The same, done by that one. */
    public AuditEntry by(Actor actor) {
        return new AuditEntry(actor, act, store, subject, details);
    }
}
