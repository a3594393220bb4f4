package io.storehouse.shop.sales;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.access.Permission;
import io.storehouse.shop.access.ToApprove;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.StoreScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/returns")
class ReturnResource {
    private final Returns returns;
    private final ReturnViews views;
    private final ReturnApprovals approvals;
    private final Callers callers;

    ReturnResource(Returns returns, ReturnViews views, ReturnApprovals approvals, Callers callers) {
        this.returns = returns;
        this.views = views;
        this.approvals = approvals;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<AcceptedView> accept(@Valid @RequestBody Body body) {
        Caller caller = callers.in(body.store());
        String approver = approvals.approver(caller, body.toApprove(), body.approval());
        AcceptedReturn accepted =
                returns.accept(List.of(body.command(caller, approver))).get(0);
        return Answers.created(AcceptedView.of(accepted), accepted.replayed());
    }

    @GetMapping("/{id}")
    ReturnViews.Return one(@PathVariable UUID id) {
        ReturnViews.Return found = views.one(id)
                .orElseThrow(() -> new ShopException(SalesError.RETURN_NOT_FOUND, "There is no return " + id));
        callers.in(found.store());
        return found;
    }

    /**
     * Returns by when they were recorded; where dates or a customer are asked for, and neither a shift nor an order, by business
     * date first.
     */
    @GetMapping
    List<ReturnViews.Summary> page(
            @RequestParam(required = false) @Nullable String store,
            @ParameterObject @Valid Wanted wanted,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return views.page(wanted.filter(callers.scopeOf(store), after), limit);
    }

    /**
     * Which returns are listed.
     *
     * @param from the first business date
     * @param to the last business date
     * @param customer the customer's code as recorded
     * @param order the sale that they undo
     * @param sort {@code newest} first (or null), or {@code oldest}
     */
    record Wanted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String customer,
            @Nullable UUID order,
            @Nullable UUID shift,
            @Nullable @Pattern(regexp = Sort.CODES) String sort) {
        ReturnFilter filter(StoreScope scope, @Nullable UUID after) {
            return new ReturnFilter(scope, from, to, customer, order, shift, Sort.of(sort, Sort.NEWEST), after);
        }
    }

    /**
     * A return as sent.
     *
     * @param approval who approves a return without receipt, or at a higher price
     * @param offline true for one that was taken back while the till could not reach the shop, and is sent late
     */
    record Body(
            @NotNull UUID id,
            @Nullable String number,
            @NotBlank String store,
            @Nullable String till,
            @Nullable String customer,
            @Nullable UUID orderId,
            @NotNull @PastOrPresent Instant occurredAt,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull Line> lines,
            @NotNull @Size(max = 10_000) List<OrderResource.@Valid @NotNull Payment> refunds,
            @Nullable GivenApproval approval,
            @Nullable Boolean offline) {

        ToApprove toApprove() {
            return new ToApprove(Permission.APPROVE_RETURN, store, id.toString());
        }

        AcceptReturn command(Caller caller, @Nullable String approver) {
            return new AcceptReturn(
                    id,
                    number,
                    store,
                    caller.tillOr(till),
                    customer,
                    Channel.TILL,
                    orderId,
                    approver,
                    occurredAt,
                    lines.stream().map(Line::command).toList(),
                    refunds.stream().map(OrderResource.Payment::command).toList(),
                    Boolean.TRUE.equals(offline));
        }
    }

    record Line(
            @NotNull UUID id,
            @Nullable Integer orderLineNo,
            @NotBlank String sku,
            @Nullable String name,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitPrice,
            @Nullable String reason,
            @Nullable String disposition) {

        AcceptReturn.Line command() {
            return new AcceptReturn.Line(
                    id,
                    orderLineNo,
                    sku,
                    name,
                    quantity,
                    unitPrice,
                    reason == null ? "" : reason,
                    disposition(disposition));
        }

        private static Disposition disposition(@Nullable String code) {
            if (code == null) {
                return Disposition.SELLABLE;
            }
            for (Disposition known : Disposition.values()) {
                if (known.code().equals(code.toLowerCase(Locale.ROOT))) {
                    return known;
                }
            }
            throw new ShopException(
                    SalesError.INVALID_RETURN, "Invalid disposition: '" + code + "'; expected sellable or damaged");
        }
    }

    record AcceptedView(
            UUID id,
            String number,
            String store,
            @Nullable UUID orderId,
            LocalDate businessDate,
            BigDecimal linesTotal,
            BigDecimal taxAdded,
            BigDecimal rounding,
            BigDecimal payable,
            Instant recordedAt) {

        static AcceptedView of(AcceptedReturn accepted) {
            return new AcceptedView(
                    accepted.id(),
                    accepted.number(),
                    accepted.store(),
                    accepted.orderId(),
                    accepted.businessDate(),
                    accepted.linesTotal(),
                    accepted.taxAdded(),
                    accepted.rounding(),
                    accepted.payable(),
                    accepted.recordedAt());
        }
    }
}
