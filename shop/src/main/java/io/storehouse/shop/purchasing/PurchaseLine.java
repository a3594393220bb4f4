package io.storehouse.shop.purchasing;

import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order. Quantities and cost are of the product's own unit.
 *
 * @param pack the pack it was ordered in, or null
 * @param factor own units in the pack
 * @param most what may come in, over-receipt included
 */
record PurchaseLine(
        int lineNo,
        String sku,
        @Nullable String pack,
        BigDecimal factor,
        BigDecimal quantity,
        BigDecimal unitCost,
        BigDecimal most,
        BigDecimal received,
        BigDecimal returned) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A pack's cost is divided over its units, half up to 4 places; what may come in is cut to 3. */
    static PurchaseLine of(
            int lineNo,
            OrderContent.Line line,
            Product product,
            Map<String, BigDecimal> packs,
            BigDecimal overPercent) {
        if (line.quantity().signum() <= 0 || line.cost().signum() < 0 || !product.goods()) {
            throw invalid("Invalid line of " + line.sku() + ": expected goods, a quantity above 0 and a cost from 0");
        }
        boolean own = line.pack() == null || line.pack().equals(product.unit());
        BigDecimal factor = own ? new BigDecimal("1.000") : packs.get(line.pack());
        if (factor == null) {
            throw invalid("Invalid line of " + line.sku() + ": it does not come in " + line.pack());
        }
        BigDecimal quantity = Decimals.quantity(line.quantity().multiply(factor), "quantity of " + line.sku());
        BigDecimal most = quantity.multiply(HUNDRED.add(overPercent)).divide(HUNDRED, 3, RoundingMode.DOWN);
        return new PurchaseLine(
                lineNo,
                line.sku(),
                own ? null : line.pack(),
                factor,
                quantity,
                Decimals.money(
                        line.cost().divide(factor, Decimals.MONEY_PLACES, RoundingMode.HALF_UP),
                        "cost of " + line.sku()),
                most,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    static ShopException invalid(String message) {
        return new ShopException(PurchasingError.INVALID_PURCHASE_ORDER, message);
    }
}
