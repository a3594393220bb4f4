package io.storehouse.shop.purchasing;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.ListedTimes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
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
@RequestMapping("/api/v1/purchase-orders")
class PurchaseResource {
    private final Purchasing purchasing;
    private final PurchaseTables tables;
    private final PurchaseViews views;
    private final Callers callers;

    PurchaseResource(Purchasing purchasing, PurchaseTables tables, PurchaseViews views, Callers callers) {
        this.purchasing = purchasing;
        this.tables = tables;
        this.views = views;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<Recorded> draft(@Valid @RequestBody Draft body) {
        String by = callers.in(body.store()).name();
        return answer(purchasing.draft(new DraftOrder(
                body.id(), body.number(), body.store(), body.content().content(), by)));
    }

    /** Replaces the content of a draft. */
    @PostMapping("/{order}/revisions")
    ResponseEntity<Recorded> revise(@PathVariable UUID order, @Valid @RequestBody Revision body) {
        return answer(purchasing.revise(
                new ReviseOrder(body.id(), order, body.version(), body.content().content(), callerAt(order))));
    }

    @PostMapping("/{order}/submit")
    ResponseEntity<Recorded> submit(@PathVariable UUID order, @Valid @RequestBody StepBody body) {
        return step(order, Step.SUBMIT, body);
    }

    @PostMapping("/{order}/reject")
    ResponseEntity<Recorded> reject(@PathVariable UUID order, @Valid @RequestBody StepBody body) {
        return step(order, Step.REJECT, body);
    }

    @PostMapping("/{order}/approve")
    ResponseEntity<Recorded> approve(@PathVariable UUID order, @Valid @RequestBody StepBody body) {
        return step(order, Step.APPROVE, body);
    }

    @PostMapping("/{order}/cancel")
    ResponseEntity<Recorded> cancel(@PathVariable UUID order, @Valid @RequestBody StepBody body) {
        return step(order, Step.CANCEL, body);
    }

    @PostMapping("/{order}/close")
    ResponseEntity<Recorded> close(@PathVariable UUID order, @Valid @RequestBody StepBody body) {
        return step(order, Step.CLOSE, body);
    }

    private ResponseEntity<Recorded> step(UUID order, Step step, StepBody body) {
        return answer(purchasing.step(new StepOrder(body.id(), order, step, body.version(), callerAt(order))));
    }

    @PostMapping("/{order}/receipts")
    ResponseEntity<Recorded> receive(@PathVariable UUID order, @Valid @RequestBody Goods body) {
        return answer(purchasing.receive(body.command(order, callerAt(order))));
    }

    /** Sends received goods back to the supplier. */
    @PostMapping("/{order}/returns")
    ResponseEntity<Recorded> giveBack(@PathVariable UUID order, @Valid @RequestBody Goods body) {
        return answer(purchasing.giveBack(body.command(order, callerAt(order))));
    }

    @GetMapping("/{order}")
    Order one(@PathVariable UUID order) {
        OrderHead head = tables.one(order);
        callers.in(head.store());
        return new Order(
                Summary.of(head), views.lines(head.key()), views.steps(head.key()), views.movements(head.key()));
    }

    /** Orders of a store by when they were made. */
    @GetMapping
    List<Summary> page(
            @RequestParam String store,
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable String supplier,
            @ParameterObject @Valid ListedTimes times,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return views.page(new OrderFilter(store, state, supplier, times, after), limit).stream()
                .map(Summary::of)
                .toList();
    }

    /** What approved orders still bring into a store, by SKU. */
    @GetMapping("/incoming")
    List<PurchaseViews.Incoming> incoming(
            @RequestParam String store,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return views.incoming(store, after.toUpperCase(Locale.ROOT), limit);
    }

    private String callerAt(UUID order) {
        return callers.in(tables.one(order).store()).name();
    }

    private static ResponseEntity<Recorded> answer(PurchaseDocument document) {
        return Answers.created(
                new Recorded(
                        document.id(), document.order(), document.number(), document.store(), document.recordedAt()),
                document.replayed());
    }

    record Draft(
            @NotNull UUID id,
            @Nullable @Size(max = 64) String number,
            @NotBlank String store,
            @NotNull @Valid Content content) {}

    record Revision(
            @NotNull UUID id, long version, @NotNull @Valid Content content) {}

    record Content(
            @NotBlank String supplier,
            @Nullable LocalDate expectedOn,
            @Nullable BigDecimal overReceiptPercent,
            @NotEmpty @Size(max = 1_000) List<@Valid @NotNull ContentLine> lines) {

        OrderContent content() {
            return new OrderContent(
                    supplier,
                    expectedOn,
                    overReceiptPercent == null ? BigDecimal.ZERO : overReceiptPercent,
                    lines.stream()
                            .map(line -> new OrderContent.Line(line.sku(), line.pack(), line.quantity(), line.cost()))
                            .toList());
        }
    }

    record ContentLine(
            @NotBlank String sku,
            @Nullable String pack,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal cost) {}

    record StepBody(@NotNull UUID id, long version) {}

    record Goods(
            @NotNull UUID id,
            @NotBlank String reference,
            @NotNull @PastOrPresent Instant occurredAt,
            @NotEmpty @Size(max = 1_000) List<@Valid @NotNull GoodsLine> lines) {

        MoveGoods command(UUID order, String by) {
            return new MoveGoods(
                    id,
                    order,
                    reference,
                    occurredAt,
                    lines.stream()
                            .map(line -> new MoveGoods.Line(
                                    line.lineNo(), line.quantity(), line.reason() == null ? "" : line.reason()))
                            .toList(),
                    by);
        }
    }

    record GoodsLine(
            int lineNo,
            @NotNull BigDecimal quantity,
            @Nullable String reason) {}

    record Recorded(UUID id, UUID order, String number, String store, Instant recordedAt) {}

    record Summary(
            UUID id,
            String number,
            String supplier,
            String store,
            String state,
            long version,
            BigDecimal overReceiptPercent,
            @Nullable LocalDate expectedOn,
            String createdBy,
            Instant createdAt) {

        static Summary of(OrderHead head) {
            return new Summary(
                    head.id(),
                    head.number(),
                    head.supplier(),
                    head.store(),
                    head.state().code(),
                    head.version(),
                    head.overPercent(),
                    head.expectedOn(),
                    head.createdBy(),
                    head.createdAt());
        }
    }

    record Order(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Summary summary,
            List<PurchaseLine> lines,
            List<PurchaseViews.Taken> steps,
            List<PurchaseViews.Movement> movements) {}
}
