package io.storehouse.shop.sales;

import io.storehouse.shop.access.Approval;
import io.storehouse.shop.access.Approvals;
import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Permission;
import io.storehouse.shop.access.ToApprove;
import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Documents;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands for a return without receipt or at a higher price, or for a voiding. */
@Component
class ReturnApprovals {
    private final Approvals approvals;
    private final Documents documents;
    private final AuditLog audit;

    ReturnApprovals(Approvals approvals, Documents documents, AuditLog audit) {
        this.approvals = approvals;
        this.documents = documents;
        this.audit = audit;
    }

    /**
     * The approver's name, or null where nobody approves. What is approved is a return by its id. A return that is recorded is only answered again, so that a PIN which
     * was changed since does not change the answer.
     */
    @Nullable
    String approver(Caller caller, ToApprove what, @Nullable GivenApproval given) {
        String name = given == null ? null : given.username();
        if (given != null && name != null && given.pin() != null) {
            Set<UUID> id = Set.of(UUID.fromString(what.subject()));
            if (!documents.recorded(ReturnDocuments.SCOPE, id).isEmpty()) {
                return name;
            }
            return approvals.approve(new Approval(name, given.pin()), what);
        }
        if (!caller.may(Permission.APPROVE_BY_CALLING)) {
            return null;
        }
        return name == null || name.isBlank() ? caller.name() : name;
    }

    /** Records the returns that stand on an approval; those of a file stand on its import. */
    void record(List<Takeback> takebacks) {
        audit.record(takebacks.stream()
                .filter(takeback -> takeback.approvedBy() != null)
                .filter(takeback -> takeback.command().channel() == Channel.TILL)
                .map(ReturnApprovals::entry)
                .toList());
    }

    private static AuditEntry entry(Takeback takeback) {
        return AuditEntry.of(
                        SalesAct.RETURN_APPROVED,
                        takeback.store().code(),
                        takeback.command().id().toString())
                .with("approvedBy", String.valueOf(takeback.approvedBy()))
                .with("payable", takeback.settlement().payable().toPlainString())
                .with("receipt", Boolean.toString(takeback.command().orderId() != null));
    }
}
