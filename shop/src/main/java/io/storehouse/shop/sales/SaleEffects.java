package io.storehouse.shop.sales;

import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.flashsale.FlashClaims;
import io.storehouse.shop.giftcards.GiftCards;
import io.storehouse.shop.pricing.CouponOutcome;
import io.storehouse.shop.pricing.Coupons;
import io.storehouse.shop.pricing.Take;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.taxes.Taxable;
import io.storehouse.shop.taxes.Taxed;
import io.storehouse.shop.taxes.Taxes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Prices and taxes a sale, and does to claims, coupons and gift cards what it asks for, in its transaction. Sales that ask for none
 * cost no statement.
 */
@Component
class SaleEffects {
    private final OrderPricing pricing;
    private final Coupons coupons;
    private final GiftCards giftCards;
    private final FlashClaims claims;
    private final Taxes taxes;
    private final SaleTables tables;
    private final AuditLog audit;

    SaleEffects(
            OrderPricing pricing,
            Coupons coupons,
            GiftCards giftCards,
            FlashClaims claims,
            Taxes taxes,
            SaleTables tables,
            AuditLog audit) {
        this.pricing = pricing;
        this.coupons = coupons;
        this.giftCards = giftCards;
        this.claims = claims;
        this.taxes = taxes;
        this.tables = tables;
        this.audit = audit;
    }

    /** In the order of the orders. */
    List<PricedOrder> price(List<PlaceOrder> orders) {
        return pricing.price(orders);
    }

    /** The taxes of the orders, in their order; amounts that are refused later have none. */
    List<Taxed> tax(List<PricedOrder> orders, Map<String, Store> stores, Map<String, Product> products) {
        return taxes.of(orders.stream()
                .map(PricedOrder::order)
                .map(order -> {
                    Store store = Objects.requireNonNull(stores.get(order.store()));
                    return new Taxable(
                            store,
                            store.businessTimeOf(order.occurredAt()).date(),
                            order.lines().stream()
                                    .map(line -> taxable(order, line, products))
                                    .toList());
                })
                .toList());
    }

    /** A gift card is money, and taxed when it buys something. */
    private static Taxable.Line taxable(PlaceOrder order, PlaceOrder.Line line, Map<String, Product> products) {
        Product product = Objects.requireNonNull(products.get(line.sku()));
        return new Taxable.Line(
                line.giftCard() == null ? product.taxClass() : null,
                Decimals.extend(line.quantity(), line.unitPrice())
                        .subtract(line.discount())
                        .max(BigDecimal.ZERO),
                order.offline() ? line.tax() : null);
    }

    /**
     * What came of a sale's effects.
     *
     * @param cards the ids of the gift cards that pay, by payment
     * @param claimless the orders that must not consume the reservation they name
     */
    record Applied(Map<UUID, UUID> cards, Set<UUID> claimless) {}

    /** Pays what was claimed, uses the coupons, pays with gift cards, then issues those that are sold. */
    Applied apply(List<Sale> sales) {
        List<Coupons.Redemption> redemptions = new ArrayList<>();
        List<GiftCards.Payment> payments = new ArrayList<>();
        List<GiftCards.Sold> sold = new ArrayList<>();
        for (Sale sale : sales) {
            sale.priced().coupons().forEach(outcome -> redemptions.add(redemption(sale, outcome)));
            sale.order().payments().stream()
                    .filter(Tendered::byGiftCard)
                    .forEach(payment -> payments.add(payment(sale, payment)));
            sale.lines().stream()
                    .filter(line -> line.ordered().giftCard() != null)
                    .forEach(line -> sold.add(sold(sale, line)));
        }
        audit.record(sales.stream().flatMap(SaleEffects::overrides).toList());
        Set<UUID> claimless = claims.pay(sales.stream()
                .filter(sale -> sale.order().reservationId() != null)
                .map(SaleEffects::claim)
                .toList());
        coupons.redeem(redemptions);
        Map<UUID, UUID> cards = giftCards.pay(payments);
        giftCards.sell(sold);
        tables.insertCards(sales, cards);
        return new Applied(cards, claimless);
    }

    private static Stream<AuditEntry> overrides(Sale sale) {
        PlaceOrder.Pricing pricing = sale.order().pricing();
        return pricing == null || pricing.overrides().isEmpty()
                ? Stream.of()
                : Stream.of(AuditEntry.of(
                                SaleAct.PRICES_OVERRIDDEN,
                                sale.store().code(),
                                sale.order().id().toString())
                        .with("lines", Integer.toString(pricing.overrides().size())));
    }

    private static FlashClaims.Payment claim(Sale sale) {
        PlaceOrder order = sale.order();
        return new FlashClaims.Payment(
                Objects.requireNonNull(order.reservationId()),
                order.id(),
                order.customer(),
                sale.priced().trail().stream()
                        .flatMap(List::stream)
                        .map(Take::rule)
                        .collect(Collectors.toSet()),
                order.offline());
    }

    private static Coupons.Redemption redemption(Sale sale, CouponOutcome outcome) {
        PlaceOrder order = sale.order();
        return new Coupons.Redemption(
                order.id(), order.customer(), outcome.coupon(), outcome.amount(), sale.recordedAt(), order.offline());
    }

    private static GiftCards.Payment payment(Sale sale, Tendered payment) {
        return new GiftCards.Payment(
                payment.id(),
                sale.order().id(),
                Objects.requireNonNull(payment.giftCard()),
                sale.store(),
                payment.amount(),
                sale.recordedAt());
    }

    private static GiftCards.Sold sold(Sale sale, Sale.Line line) {
        return new GiftCards.Sold(
                line.ordered().id(),
                sale.order().id(),
                line.lineNo(),
                Objects.requireNonNull(line.ordered().giftCard()),
                sale.store(),
                line.ordered().unitPrice(),
                sale.recordedAt());
    }
}
