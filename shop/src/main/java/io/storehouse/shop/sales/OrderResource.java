package io.storehouse.shop.sales;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.giftcards.GiftCardCode;
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
import java.util.Set;
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
@RequestMapping("/api/v1/orders")
class OrderResource {
    private final Checkout checkout;
    private final OrderViews orders;
    private final PriceApprovals approvals;
    private final Callers callers;

    OrderResource(Checkout checkout, OrderViews orders, PriceApprovals approvals, Callers callers) {
        this.checkout = checkout;
        this.approvals = approvals;
        this.orders = orders;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<PlacedView> place(@Valid @RequestBody Body body) {
        Caller caller = callers.in(body.store());
        approvals.check(caller, body);
        PlacedOrder placed = checkout.place(List.of(body.command(caller))).get(0);
        return Answers.created(PlacedView.of(placed), placed.replayed());
    }

    @GetMapping("/{id}")
    OrderViews.Order one(@PathVariable UUID id) {
        OrderViews.Order order = orders.one(id)
                .orElseThrow(() -> new ShopException(SalesError.ORDER_NOT_FOUND, "There is no order " + id));
        callers.in(order.store());
        return order;
    }

    /** Orders by when they were recorded; where dates or a customer are asked for, by business date first. */
    @GetMapping
    List<OrderViews.Summary> page(
            @RequestParam(required = false) @Nullable String store,
            @ParameterObject @Valid Wanted wanted,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return orders.page(wanted.filter(callers.scopeOf(store), after), limit);
    }

    /**
     * Which orders are listed.
     *
     * @param businessDate that date alone; else {@code from} and {@code to}, both included
     * @param customer the customer's code as recorded
     * @param sort {@code newest} first (or null), or {@code oldest}
     */
    record Wanted(
            @Nullable LocalDate businessDate,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String customer,
            @Nullable UUID shift,
            @Nullable @Pattern(regexp = Sort.CODES) String sort) {
        OrderFilter filter(StoreScope scope, @Nullable UUID after) {
            return new OrderFilter(
                    scope,
                    businessDate == null ? from : businessDate,
                    businessDate == null ? to : businessDate,
                    customer,
                    shift,
                    Sort.of(sort, Sort.NEWEST),
                    after);
        }
    }

    /**
     * An order as sent.
     *
     * @param offline true for one that was sold while the till could not reach the shop, and is sent late
     * @param approval who approves prices that were set by hand, where the caller may not set them
     */
    record Body(
            @NotNull UUID id,
            @Nullable String number,
            @NotBlank String store,
            @Nullable String till,
            @Nullable String customer,
            @NotNull @PastOrPresent Instant occurredAt,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull Line> lines,
            @NotNull @Size(max = 10_000) List<@Valid @NotNull Payment> payments,
            @Nullable UUID reservationId,
            @Nullable Boolean offline,
            @Valid @Nullable Pricing pricing,
            @Nullable GivenApproval approval) {

        PlaceOrder command(Caller caller) {
            return new PlaceOrder(
                    id,
                    number,
                    store,
                    caller.tillOr(till),
                    customer,
                    Channel.TILL,
                    occurredAt,
                    lines.stream().map(Line::command).toList(),
                    payments.stream().map(Payment::command).toList(),
                    reservationId,
                    Boolean.TRUE.equals(offline),
                    pricing == null ? null : pricing.command());
        }
    }

    /**
     * A line as sent.
     *
     * @param tax what the till took; null leaves it to the shop
     */
    record Line(
            @NotNull UUID id,
            @NotBlank String sku,
            @Nullable String name,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitPrice,
            @Nullable BigDecimal discount,
            @Nullable GiftCardCode giftCard,
            @Nullable BigDecimal tax) {

        PlaceOrder.Line command() {
            return new PlaceOrder.Line(
                    id, sku, name, quantity, unitPrice, discount == null ? BigDecimal.ZERO : discount, giftCard, tax);
        }
    }

    /**
     * A payment, or a refund.
     *
     * @param tendered cash that was handed over; what is above the amount is change
     */
    record Payment(
            @NotNull UUID id,
            @NotBlank String tender,
            @NotNull BigDecimal amount,
            @Nullable BigDecimal tendered,
            @Nullable GiftCardCode giftCard) {
        Tendered command() {
            return new Tendered(id, tender, amount, tendered, giftCard);
        }
    }

    /**
     * Asks the shop to price the order.
     *
     * @param expectedPayable what the till showed, before cash is rounded
     * @param overrides ids of lines whose unit price was set by hand
     * @param freight ids of lines that are freight
     * @param points that the customer pays with; null for none
     */
    record Pricing(
            @Nullable @Size(max = 100) List<@NotBlank String> coupons,
            @NotNull BigDecimal expectedPayable,
            @Nullable @Size(max = 10_000) Set<@NotNull UUID> overrides,
            @Nullable @Size(max = 10_000) Set<@NotNull UUID> freight,
            @Nullable @Min(0) Long points) {
        PlaceOrder.Pricing command() {
            return new PlaceOrder.Pricing(
                    coupons == null ? List.of() : coupons,
                    expectedPayable,
                    overrides == null ? Set.of() : overrides,
                    freight == null ? Set.of() : freight,
                    points == null ? 0 : points);
        }
    }

    record PlacedView(
            UUID id,
            String number,
            String store,
            LocalDate businessDate,
            BigDecimal linesTotal,
            BigDecimal taxAdded,
            BigDecimal rounding,
            BigDecimal payable,
            Instant recordedAt) {

        static PlacedView of(PlacedOrder placed) {
            return new PlacedView(
                    placed.id(),
                    placed.number(),
                    placed.store(),
                    placed.businessDate(),
                    placed.linesTotal(),
                    placed.taxAdded(),
                    placed.rounding(),
                    placed.payable(),
                    placed.recordedAt());
        }
    }
}
