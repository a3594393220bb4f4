package io.storehouse.shop.pricing;

import io.storehouse.shop.access.Callers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/carts")
class CartResource {
    private final CartPrices prices;
    private final Callers callers;
    private final Clock clock;

    CartResource(CartPrices prices, Callers callers, Clock clock) {
        this.prices = prices;
        this.callers = callers;
        this.clock = clock;
    }

    /** What the cart would pay; nothing is recorded, so anybody may try a price that needs an approval in an order. */
    @PostMapping("/price")
    PricedView price(@Valid @RequestBody Body body) {
        callers.in(body.store());
        return PricedView.of(prices.price(List.of(body.cart(clock.instant()))).get(0));
    }

    /**
     * A cart.
     *
     * @param at null for now
     * @param points that the customer wants to pay with; null for none
     * @param reservationId what holds the goods, with the price that was promised with it
     */
    record Body(
            @NotBlank String store,
            @Nullable String customer,
            @Nullable Instant at,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull Line> lines,
            @Nullable @Size(max = 100) List<@NotBlank String> coupons,
            @Nullable Long points,
            @Nullable UUID reservationId) {
        Cart cart(Instant now) {
            return new Cart(
                    store,
                    customer,
                    at == null ? now : at,
                    lines.stream().map(Line::line).toList(),
                    coupons == null ? List.of() : coupons,
                    points == null ? 0 : points,
                    reservationId);
        }
    }

    /**
     * A line.
     *
     * @param unitPrice set by hand, or a gift card's face value; null for the list price
     * @param kind {@code goods} (or null), {@code freight} or {@code gift_card}
     */
    record Line(
            @NotBlank String sku,
            @NotNull BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable String kind) {
        Cart.Line line() {
            return new Cart.Line(sku, quantity, unitPrice, lineKind());
        }

        private LineKind lineKind() {
            if (kind == null) {
                return LineKind.GOODS;
            }
            for (LineKind known : LineKind.values()) {
                if (known.code().equals(kind.toLowerCase(Locale.ROOT))) {
                    return known;
                }
            }
            throw PricingError.invalidCart("Invalid kind: '" + kind + "'; expected goods, freight or gift_card");
        }
    }
}
