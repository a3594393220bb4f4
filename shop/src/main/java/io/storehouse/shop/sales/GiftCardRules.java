package io.storehouse.shop.sales;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** What an order may do with gift cards. */
final class GiftCardRules {
    private GiftCardRules() {}

    static void check(PlaceOrder order, List<Sale.Line> lines, Currency currency) {
        for (Tendered payment : order.payments()) {
            if (payment.byGiftCard() && payment.giftCard() == null) {
                throw invalid("Invalid payment " + payment.id() + ": name the gift card");
            }
        }
        lines.stream()
                .filter(line -> line.goods() && line.ordered().giftCard() != null)
                .findFirst()
                .ifPresent(line -> {
                    throw invalid("Invalid line " + line.ordered().id() + ": a gift card is sold as a service, and "
                            + line.ordered().sku() + " is goods");
                });
        int places = Math.max(0, currency.getDefaultFractionDigits());
        for (PlaceOrder.Line line : order.lines()) {
            if (line.giftCard() == null) {
                continue;
            }
            if (line.quantity().compareTo(BigDecimal.ONE) != 0
                    || line.discount().signum() != 0) {
                throw invalid("Invalid line " + line.id() + ": a gift card is sold by one, without discount");
            }
            if (line.unitPrice().signum() == 0
                    || line.unitPrice().stripTrailingZeros().scale() > places) {
                throw invalid("Invalid face value: " + line.unitPrice().toPlainString()
                        + "; expected above 0 with at most " + places + " places");
            }
        }
    }

    private static ShopException invalid(String message) {
        return new ShopException(SalesError.INVALID_ORDER, message);
    }
}
