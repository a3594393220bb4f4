package io.storehouse.shop.sales;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.access.Permission;
import io.storehouse.shop.access.ToApprove;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders/{id}/void")
class VoidResource {
    private final Voids voids;
    private final SaleRecords records;
    private final ReturnApprovals approvals;
    private final Callers callers;

    VoidResource(Voids voids, SaleRecords records, ReturnApprovals approvals, Callers callers) {
        this.voids = voids;
        this.records = records;
        this.approvals = approvals;
        this.callers = callers;
    }

    /** Takes all of an order back within its open shift; the answer is the return that does it. */
    @PostMapping
    ResponseEntity<ReturnResource.AcceptedView> record(@PathVariable UUID id, @Valid @RequestBody Body body) {
        SaleRecord sale = records.sale(id).orElseThrow(() -> Voids.missing(id));
        Caller caller = callers.in(sale.store());
        ToApprove what =
                new ToApprove(Permission.APPROVE_VOID, sale.store(), body.id().toString());
        String approver = approvals.approver(caller, what, body.approval());
        if (approver == null) {
            throw new ShopException(
                    SalesError.APPROVAL_REQUIRED, "Cannot void: " + caller.name() + " needs someone's approval");
        }
        AcceptedReturn voided =
                voids.voidOrder(new VoidOrder(body.id(), id, body.occurredAt(), body.reason(), approver));
        return Answers.created(ReturnResource.AcceptedView.of(voided), voided.replayed());
    }

    /**
     * A voiding as sent.
     *
     * @param approval who approves it; null for the owner or the service that calls
     */
    record Body(
            @NotNull UUID id,
            @NotNull @PastOrPresent Instant occurredAt,
            @NotBlank String reason,
            @Nullable GivenApproval approval) {}
}
