package io.storehouse.shop.access;

import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes people's accounts: each with its entry in the audit log, and the sessions that it ends. */
@Component
class Staff {
    private final StaffTable table;
    private final SecretHashes secrets;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Staff(
            StaffTable table,
            SecretHashes secrets,
            Attempts attempts,
            AuditLog audit,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.secrets = secrets;
        this.attempts = attempts;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
    }

    /** Makes the person what the definition says; one who is so already stays unchanged. */
    StaffMember define(StaffDefinition definition) {
        return change(definition.username(), () -> {
            Optional<StaffMember> before = table.lock(definition.username());
            if (before.isEmpty()) {
                StaffMember created = definition.created();
                table.insert(created);
                audit.record(entry(AccessAct.STAFF_CREATED, created));
                return created;
            }
            return changed(before.get(), definition.of(before.get()));
        });
    }

    /** Ends what the person may do; one who may nothing already stays unchanged. */
    StaffMember deactivate(String username) {
        return change(username, () -> {
            StaffMember before = table.lock(username).orElseThrow(() -> missing(username));
            return changed(before, StaffDefinition.inactive(before));
        });
    }

    /** Sets the password, and ends the sessions of the one before. */
    void setPassword(String username, String password) {
        String hash = secrets.of(password);
        change(username, () -> {
            if (!table.setPassword(username, hash)) {
                throw missing(username);
            }
            attempts.clear(Attempts.Secret.PASSWORD, username);
            audit.record(AuditEntry.of(AccessAct.PASSWORD_SET, null, username));
            return username;
        });
    }

    /** Sets the PIN by which the person approves. */
    void setPin(String username, String pin) {
        String hash = secrets.of(pin);
        transactions.inOne(() -> {
            if (!table.setPin(username, hash)) {
                throw missing(username);
            }
            attempts.clear(Attempts.Secret.PIN, username);
            audit.record(AuditEntry.of(AccessAct.PIN_SET, null, username));
            return username;
        });
    }

    private StaffMember changed(StaffMember before, StaffMember now) {
        if (now.equals(before)) {
            return before;
        }
        table.update(before, now);
        audit.record(entry(act(before, now), now));
        return now;
    }

    private static AccessAct act(StaffMember before, StaffMember now) {
        if (before.active() == now.active()) {
            return AccessAct.STAFF_CHANGED;
        }
        return now.active() ? AccessAct.STAFF_REACTIVATED : AccessAct.STAFF_DEACTIVATED;
    }

    private static AuditEntry entry(AccessAct act, StaffMember member) {
        List<String> stores = member.scope().codes();
        return AuditEntry.of(act, stores.size() == 1 ? stores.get(0) : null, member.username())
                .with("role", member.role().code())
                .with("stores", member.scope().isEverywhere() ? "all" : Integer.toString(stores.size()));
    }

    /** Sessions look at the account for each request; what is told here ends streams that are open. */
    private <T> T change(String username, Supplier<T> work) {
        T result = transactions.inOne(work);
        events.publishEvent(new AccountChanged(username));
        return result;
    }

    static ShopException missing(String username) {
        return new ShopException(AccessError.STAFF_NOT_FOUND, "There is nobody with the user name " + username);
    }
}
