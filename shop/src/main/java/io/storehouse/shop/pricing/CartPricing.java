package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.pricelists.PriceQuestion;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import io.storehouse.shop.taxes.Taxable;
import io.storehouse.shop.taxes.Taxed;
import io.storehouse.shop.taxes.Taxes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Gathers what the engine needs. */
@Component
class CartPricing implements CartPrices {
    private final Stores stores;
    private final ListPrices listPrices;
    private final LiveRules rules;
    private final CustomerTiers tiers;
    private final PointsWorth worth;
    private final ClaimedPrices claims;
    private final Taxes taxes;

    CartPricing(
            Stores stores,
            ListPrices listPrices,
            LiveRules rules,
            CustomerTiers tiers,
            PointsWorth worth,
            ClaimedPrices claims,
            Taxes taxes) {
        this.stores = stores;
        this.listPrices = listPrices;
        this.rules = rules;
        this.tiers = tiers;
        this.worth = worth;
        this.claims = claims;
        this.taxes = taxes;
    }

    @Override
    public List<PricedCart> price(List<Cart> carts) {
        if (carts.isEmpty()) {
            return List.of();
        }
        Map<String, Store> known =
                stores.require(carts.stream().map(Cart::store).toList());
        List<Map<String, ListPrices.ListPrice>> prices =
                listPrices.of(carts.stream().map(cart -> question(cart, known)).toList());
        LiveRules.Loaded loaded = rules.load(carts);
        Map<String, String> tierOf = tiers(carts);
        Map<UUID, ClaimedPrice> claimed = claimed(carts);
        List<PricedCart> priced = new ArrayList<>(carts.size());
        List<Taxable> taxable = new ArrayList<>(carts.size());
        for (int i = 0; i < carts.size(); i++) {
            Cart cart = carts.get(i);
            Store store = Objects.requireNonNull(known.get(cart.store()));
            Basket basket = new Basket(
                    cart.store(),
                    store.currency(),
                    cart.customer() == null ? null : tierOf.get(cart.customer()),
                    cart.at(),
                    lines(cart, prices.get(i)),
                    loaded.presented(cart),
                    offer(cart, store),
                    cart.reservation() == null ? null : claimed.get(cart.reservation()));
            PricedCart result = PricingEngine.price(basket, loaded.rules());
            priced.add(result);
            taxable.add(taxable(cart, store, result, prices.get(i)));
        }
        List<Taxed> taxed = taxes.of(taxable);
        return IntStream.range(0, carts.size())
                .mapToObj(i -> priced.get(i).taxed(taxed.get(i)))
                .toList();
    }

    /** A gift card is money, and taxed when it buys something. */
    private static Taxable taxable(
            Cart cart, Store store, PricedCart priced, Map<String, ListPrices.ListPrice> prices) {
        List<Taxable.Line> lines = new ArrayList<>();
        for (int i = 0; i < cart.lines().size(); i++) {
            Cart.Line line = cart.lines().get(i);
            String taxClass = line.kind() == LineKind.GIFT_CARD
                    ? null
                    : Objects.requireNonNull(prices.get(line.sku())).taxClass();
            lines.add(new Taxable.Line(taxClass, priced.lines().get(i).amount(), null));
        }
        return new Taxable(store, store.businessTimeOf(cart.at()).date(), lines);
    }

    /** Only a customer has points. */
    private PointsOffer offer(Cart cart, Store store) {
        return cart.points() == 0 || cart.customer() == null
                ? PointsOffer.NONE
                : worth.in(store.currency())
                        .map(value -> new PointsOffer(cart.points(), value))
                        .orElse(PointsOffer.NONE);
    }

    private Map<String, String> tiers(List<Cart> carts) {
        Set<String> customers =
                carts.stream().map(Cart::customer).filter(Objects::nonNull).collect(Collectors.toSet());
        return customers.isEmpty() ? Map.of() : tiers.of(customers);
    }

    private Map<UUID, ClaimedPrice> claimed(List<Cart> carts) {
        Set<UUID> reservations =
                carts.stream().map(Cart::reservation).filter(Objects::nonNull).collect(Collectors.toSet());
        return reservations.isEmpty() ? Map.of() : claims.of(reservations);
    }

    private static PriceQuestion question(Cart cart, Map<String, Store> stores) {
        return new PriceQuestion(
                Objects.requireNonNull(stores.get(cart.store())),
                cart.at(),
                cart.lines().stream().map(Cart.Line::sku).collect(Collectors.toSet()));
    }

    private static List<Basket.Line> lines(Cart cart, Map<String, ListPrices.ListPrice> prices) {
        Set<String> unpriced = new TreeSet<>();
        List<Basket.Line> lines = new ArrayList<>(cart.lines().size());
        BigDecimal gross = BigDecimal.ZERO;
        for (Cart.Line line : cart.lines()) {
            ListPrices.ListPrice listed = Objects.requireNonNull(prices.get(line.sku()));
            check(line, listed);
            BigDecimal price = line.unitPrice() == null ? listed.price() : line.unitPrice();
            if (price == null) {
                unpriced.add(line.sku());
                continue;
            }
            lines.add(new Basket.Line(line.sku(), line.quantity(), price, line.kind()));
            gross = gross.add(Decimals.extend(line.quantity(), price));
        }
        if (!unpriced.isEmpty()) {
            throw new ShopException(
                    PricingError.NO_PRICE,
                    "Cannot price " + String.join(", ", unpriced) + ": list a price, or set one",
                    Map.of("skus", List.copyOf(unpriced)));
        }
        Decimals.money(gross, "total");
        return lines;
    }

    /** Freight rules would else give goods away. */
    private static void check(Cart.Line line, ListPrices.ListPrice listed) {
        if (line.kind() != LineKind.GOODS && listed.goods()) {
            throw PricingError.invalidCart("Invalid line of " + line.sku() + ": only a service can be "
                    + line.kind().code());
        }
        if (line.kind() == LineKind.GIFT_CARD && line.unitPrice() == null) {
            throw PricingError.invalidCart("Invalid line of " + line.sku() + ": a gift card needs its face value");
        }
    }
}
