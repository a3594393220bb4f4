package io.storehouse.shop.access;

import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Approvals by PIN of what the caller may not do alone. */
@Component
public class Approvals {
    private final Accounts accounts;
    private final SecretHashes secrets;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Transactions transactions;

    Approvals(Accounts accounts, SecretHashes secrets, Attempts attempts, AuditLog audit, Transactions transactions) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.attempts = attempts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Checks the PIN and what its owner may do, and records the outcome. To be called before the transaction of what is
     * approved, which could undo the count of wrong PINs; and not again for a request that was recorded already, whose
     * approval counts as it was then.
     *
     * @return the approver's name, for {@code approved_by}
     * @throws ShopException {@code approval-refused}, the same for a wrong name, a wrong PIN and a lacking permission;
     *     {@code too-many-approvals} after too many of these
     * @throws IllegalStateException within a transaction
     */
    public String approve(Approval approval, ToApprove what) {
        attempts.take(Attempts.Secret.PIN, approval.username());
        Optional<StaffMember> approver = accounts.active(approval.username());
        boolean right =
                secrets.match(approval.pin(), approver.map(StaffMember::pinHash).orElse(null));
        boolean given = right && approver.filter(member -> may(member, what)).isPresent();
        transactions.inOne(() -> {
            if (given) {
                attempts.clear(Attempts.Secret.PIN, approval.username());
            }
            audit.record(entry(given ? AccessAct.APPROVAL_GIVEN : AccessAct.APPROVAL_REFUSED, what)
                    .with("approver", approver.map(StaffMember::username).orElse("unknown")));
            return given;
        });
        if (!given) {
            throw new ShopException(
                    AccessError.APPROVAL_REFUSED,
                    "Cannot approve: user name or PIN is wrong, or this is not theirs to approve in " + what.store());
        }
        return approval.username();
    }

    private static boolean may(StaffMember member, ToApprove what) {
        Caller approver = member.caller();
        return approver.may(what.permission()) && approver.scope().includes(what.store());
    }

    private static AuditEntry entry(AccessAct act, ToApprove what) {
        return AuditEntry.of(act, what.store(), what.subject())
                .with("permission", what.permission().name().toLowerCase(Locale.ROOT));
    }
}
