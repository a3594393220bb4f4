package io.storehouse.shop.sales;

import io.storehouse.shop.flashsale.FlashClaims;
import io.storehouse.shop.giftcards.GiftCards;
import io.storehouse.shop.pricing.CouponOutcome;
import io.storehouse.shop.pricing.Coupons;
import io.storehouse.shop.pricing.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prices a sale, and does to claims, coupons and gift cards what it asks for, in its transaction. Sales that ask for none cost no statement. */
@Component
class SaleEffects {
    private final OrderPricing pricing;
    private final Coupons coupons;
    private final GiftCards giftCards;
    private final FlashClaims claims;
    private final SaleTables tables;

    SaleEffects(OrderPricing pricing, Coupons coupons, GiftCards giftCards, FlashClaims claims, SaleTables tables) {
        this.pricing = pricing;
        this.coupons = coupons;
        this.giftCards = giftCards;
        this.claims = claims;
        this.tables = tables;
    }

    /** In the order of the orders. */
    List<PricedOrder> price(List<PlaceOrder> orders) {
        return pricing.price(orders);
    }

    /** Pays what was claimed, uses the coupons, pays with gift cards, then issues those that are sold; answers with the cards' ids by payment. */
    Map<UUID, UUID> apply(List<Sale> sales) {
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
        claims.pay(sales.stream()
                .filter(sale -> sale.order().reservationId() != null)
                .map(SaleEffects::claim)
                .toList());
        coupons.redeem(redemptions);
        Map<UUID, UUID> cards = giftCards.pay(payments);
        giftCards.sell(sold);
        tables.insertCards(sales, cards);
        return cards;
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
