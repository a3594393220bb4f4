package io.storehouse.shop.sales;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Callers callers;

    OrderResource(Checkout checkout, OrderViews orders, Callers callers) {
        this.checkout = checkout;
        this.orders = orders;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<PlacedView> place(@Valid @RequestBody Body body) {
        Caller caller = callers.in(body.store());
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

    @GetMapping
    List<OrderViews.Summary> page(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable LocalDate businessDate,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return orders.page(callers.scopeOf(store), businessDate, after, limit);
    }

    record Body(
            @NotNull UUID id,
            @Nullable String number,
            @NotBlank String store,
            @Nullable String till,
            @Nullable String customer,
            @NotNull Instant occurredAt,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull Line> lines,
            @NotNull @Size(max = 10_000) List<@Valid @NotNull Payment> payments) {

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
                    payments.stream().map(Payment::command).toList());
        }
    }

    record Line(
            @NotNull UUID id,
            @NotBlank String sku,
            @Nullable String name,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitPrice,
            @Nullable BigDecimal discount) {

        PlaceOrder.Line command() {
            return new PlaceOrder.Line(
                    id, sku, name, quantity, unitPrice, discount == null ? BigDecimal.ZERO : discount);
        }
    }

    record Payment(
            @NotNull UUID id,
            @NotBlank String tender,
            @NotNull BigDecimal amount) {
        Tendered command() {
            return new Tendered(id, tender, amount);
        }
    }

    record PlacedView(
            UUID id,
            String number,
            String store,
            LocalDate businessDate,
            BigDecimal linesTotal,
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
                    placed.rounding(),
                    placed.payable(),
                    placed.recordedAt());
        }
    }
}
