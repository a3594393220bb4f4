package io.storehouse.shop.sales;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.pricing.Cart;
import io.storehouse.shop.pricing.CartPrices;
import io.storehouse.shop.pricing.CouponOutcome;
import io.storehouse.shop.pricing.LineKind;
import io.storehouse.shop.pricing.PricedCart;
import io.storehouse.shop.pricing.PricedLine;
import io.storehouse.shop.pricing.PricedView;
import io.storehouse.shop.pricing.PricingError;
import io.storehouse.shop.pricing.RuleKind;
import io.storehouse.shop.pricing.Take;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prices the orders that ask for it; all others stay as they were sent. */
@Component
class OrderPricing {
    private final CartPrices prices;

    OrderPricing(CartPrices prices) {
        this.prices = prices;
    }

    /** In the order of the orders; without a statement when none is to be priced. */
    List<PricedOrder> price(List<PlaceOrder> orders) {
        Iterator<PricedCart> carts = prices.price(orders.stream()
                        .filter(order -> order.pricing() != null)
                        .map(order -> cart(order, Objects.requireNonNull(order.pricing())))
                        .toList())
                .iterator();
        return orders.stream()
                .map(order -> order.pricing() == null
                        ? PricedOrder.asSent(order)
                        : settle(order, order.pricing(), carts.next()))
                .toList();
    }

    static void add(CommandHash hash, PlaceOrder.Pricing pricing) {
        hash.add("pricing").add(pricing.expectedPayable());
        add(hash, pricing.coupons().stream());
        add(hash, pricing.overrides().stream().map(UUID::toString));
        add(hash, pricing.freight().stream().map(UUID::toString));
        if (pricing.points() > 0) {
            hash.add("points").add(Long.toString(pricing.points()));
        }
    }

    private static void add(CommandHash hash, Stream<String> texts) {
        List<String> sorted = texts.sorted().toList();
        hash.add(sorted.size());
        sorted.forEach(hash::add);
    }

    private static Cart cart(PlaceOrder order, PlaceOrder.Pricing pricing) {
        Set<UUID> named = new HashSet<>(pricing.overrides());
        named.addAll(pricing.freight());
        named.removeAll(order.lines().stream().map(PlaceOrder.Line::id).collect(Collectors.toSet()));
        if (!named.isEmpty()) {
            throw new ShopException(
                    SalesError.INVALID_ORDER,
                    "Invalid pricing: the order has no line " + named.iterator().next());
        }
        if (pricing.points() > 0 && order.customer() == null) {
            throw new ShopException(SalesError.INVALID_ORDER, "Invalid points: name the customer who has them");
        }
        return new Cart(
                order.store(),
                order.customer(),
                order.occurredAt(),
                order.lines().stream().map(line -> line(order, line, pricing)).toList(),
                pricing.coupons(),
                pricing.points(),
                order.reservationId());
    }

    private static Cart.Line line(PlaceOrder order, PlaceOrder.Line line, PlaceOrder.Pricing pricing) {
        if (line.giftCard() != null) {
            return new Cart.Line(line.sku(), line.quantity(), line.unitPrice(), LineKind.GIFT_CARD);
        }
        boolean set = order.offline() || pricing.overrides().contains(line.id());
        return new Cart.Line(
                line.sku(),
                line.quantity(),
                set ? line.unitPrice() : null,
                pricing.freight().contains(line.id()) ? LineKind.FREIGHT : LineKind.GOODS);
    }

    private static PricedOrder settle(PlaceOrder order, PlaceOrder.Pricing pricing, PricedCart cart) {
        List<CouponOutcome> refused = cart.coupons().stream()
                .filter(outcome -> outcome.refusal() != null)
                .toList();
        if (refused.isEmpty() && asShown(order, pricing, cart)) {
            return priced(order, cart);
        }
        if (order.offline()) {
            return asTaken(order, cart);
        }
        if (!refused.isEmpty()) {
            throw new ShopException(
                    PricingError.COUPON_REFUSED,
                    "Cannot use coupon " + refused.get(0).coupon() + ": "
                            + Objects.requireNonNull(refused.get(0).refusal()).text(),
                    Map.of("coupons", PricedView.of(cart).warnings(), "cart", PricedView.of(cart)));
        }
        throw new ShopException(
                PricingError.PRICE_CHANGED,
                "Cannot sell for "
                        + pricing.expectedPayable().stripTrailingZeros().toPlainString() + ": the price is "
                        + cart.payable().toPlainString(),
                Map.of("cart", PricedView.of(cart)));
    }

    private static boolean asShown(PlaceOrder order, PlaceOrder.Pricing pricing, PricedCart cart) {
        if (cart.payable().compareTo(pricing.expectedPayable()) != 0) {
            return false;
        }
        return IntStream.range(0, order.lines().size())
                .allMatch(i -> asShown(order.lines().get(i), cart.lines().get(i)));
    }

    private static boolean asShown(PlaceOrder.Line shown, PricedLine priced) {
        return shown.unitPrice().compareTo(priced.unitPrice()) == 0
                && (shown.discount().signum() == 0 || shown.discount().compareTo(priced.discount()) == 0);
    }

    private static PricedOrder priced(PlaceOrder order, PricedCart cart) {
        List<PlaceOrder.Line> lines = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            PricedLine priced = cart.lines().get(i);
            lines.add(order.lines().get(i).at(priced.unitPrice(), priced.discount()));
        }
        return new PricedOrder(
                order.with(lines),
                cart.lines().stream().map(PricedLine::trail).toList(),
                cart.coupons(),
                cart.pointsUsed());
    }

    /** What happened while the till was offline, whatever the rules say now: what its points do not explain, the till took. */
    private static PricedOrder asTaken(PlaceOrder order, PricedCart cart) {
        BigDecimal open = cart.lines().stream()
                .flatMap(line -> line.trail().stream())
                .filter(take -> take.kind() == RuleKind.POINTS)
                .map(Take::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<List<Take>> trail = new ArrayList<>();
        for (PlaceOrder.Line line : order.lines()) {
            BigDecimal byPoints = line.discount().min(open);
            open = open.subtract(byPoints);
            trail.add(Stream.of(
                            new Take(RuleKind.POINTS, RuleKind.POINTS.code(), null, byPoints),
                            new Take(
                                    RuleKind.TILL,
                                    RuleKind.TILL.code(),
                                    null,
                                    line.discount().subtract(byPoints)))
                    .filter(take -> take.amount().signum() > 0)
                    .toList());
        }
        List<CouponOutcome> taken = cart.coupons().stream()
                .map(outcome -> new CouponOutcome(outcome.coupon(), outcome.campaign(), BigDecimal.ZERO, null))
                .toList();
        return new PricedOrder(order, trail, taken, cart.pointsUsed());
    }
}
