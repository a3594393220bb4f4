package io.storehouse.shop.sales;

import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.giftcards.GiftCards;
import io.storehouse.shop.pricing.Coupons;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.taxes.Taxable;
import io.storehouse.shop.taxes.Taxed;
import io.storehouse.shop.taxes.Taxes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a return does to coupons and gift cards, and what it leaves in the audit log, in its transaction. */
@Component
class ReturnEffects {
    private final Coupons coupons;
    private final GiftCards giftCards;
    private final ReturnTables tables;
    private final ReturnApprovals approvals;
    private final Taxes taxes;

    ReturnEffects(Coupons coupons, GiftCards giftCards, ReturnTables tables, ReturnApprovals approvals, Taxes taxes) {
        this.coupons = coupons;
        this.giftCards = giftCards;
        this.tables = tables;
        this.approvals = approvals;
        this.taxes = taxes;
    }

    /** The taxes of the returns, in their order: those without receipt are taxed as if sold when they come back. */
    List<Taxed> tax(List<AcceptReturn> returns, Map<String, Store> stores, Map<String, Product> products) {
        return taxes.of(returns.stream()
                .map(command -> {
                    Store store = Objects.requireNonNull(stores.get(command.store()));
                    return new Taxable(
                            store,
                            store.businessTimeOf(command.occurredAt()).date(),
                            command.lines().stream()
                                    .map(line -> taxable(command, line, products))
                                    .toList());
                })
                .toList());
    }

    private static Taxable.Line taxable(AcceptReturn command, AcceptReturn.Line line, Map<String, Product> products) {
        Product product = Objects.requireNonNull(products.get(line.sku()));
        return new Taxable.Line(
                command.orderId() == null ? product.taxClass() : null,
                Decimals.extend(line.quantity(), line.unitPrice()),
                null);
    }

    /**
     * Gives coupons of orders that came back in full back, empties gift cards that come back, and refunds to gift cards, whose ids
     * are the answer, by refund; records approvals. To be called when the lines have been taken.
     */
    Map<UUID, UUID> apply(List<Takeback> takebacks, Collection<Long> orderKeys) {
        approvals.record(takebacks);
        coupons.restore(tables.returnedInFull(orderKeys));
        List<GiftCards.TakenBack> lines = new ArrayList<>();
        List<GiftCards.Refund> refunds = new ArrayList<>();
        for (Takeback takeback : takebacks) {
            takeback.command().refunds().stream()
                    .filter(Tendered::byGiftCard)
                    .forEach(refund -> refunds.add(refund(takeback, refund)));
            UUID order = takeback.command().orderId();
            if (order != null) {
                takeback.lines().forEach(line -> lines.add(takenBack(takeback, order, line.returned())));
            }
        }
        giftCards.takeBack(lines);
        return giftCards.refund(refunds);
    }

    private static GiftCards.TakenBack takenBack(Takeback takeback, UUID order, AcceptReturn.Line line) {
        return new GiftCards.TakenBack(
                order,
                Objects.requireNonNull(line.orderLineNo()),
                takeback.command().id(),
                line.quantity(),
                takeback.recordedAt());
    }

    private static GiftCards.Refund refund(Takeback takeback, Tendered refund) {
        UUID order = takeback.command().orderId();
        if (order == null) {
            throw new ShopException(
                    SalesError.INVALID_RETURN, "Cannot refund to a gift card without a receipt: issue a card instead");
        }
        return new GiftCards.Refund(
                refund.id(), order, takeback.command().id(), refund.giftCard(), refund.amount(), takeback.recordedAt());
    }
}
