package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * When to order, in whole pieces, rounded up: safety stock = Z·√(L·σd² + d²·σL²), reorder point = d·L + safety stock, for demand
 * and lead time that vary independently and normally.
 */
record ReorderPoint(BigDecimal safetyStock, BigDecimal reorderPoint) {
    private static final MathContext EXACT = new MathContext(50, RoundingMode.HALF_EVEN);

    /**
     * What is known of the demand and the supplier.
     *
     * @param demand a day, on average
     * @param demandDeviation standard deviation of a day's demand
     * @param leadTime in days, on average
     * @param leadTimeDeviation standard deviation of the lead time, in days
     * @param z standard score of the service level: 1.65 for 95 %
     */
    record Supply(
            BigDecimal demand,
            BigDecimal demandDeviation,
            BigDecimal leadTime,
            BigDecimal leadTimeDeviation,
            BigDecimal z) {}

    static ReorderPoint of(Supply supply) {
        BigDecimal ofDemand =
                supply.leadTime().multiply(supply.demandDeviation().pow(2));
        BigDecimal ofLeadTime =
                supply.demand().pow(2).multiply(supply.leadTimeDeviation().pow(2));
        BigDecimal safety = supply.z().multiply(ofDemand.add(ofLeadTime).sqrt(EXACT));
        return new ReorderPoint(
                whole(safety), whole(supply.demand().multiply(supply.leadTime()).add(safety)));
    }

    private static BigDecimal whole(BigDecimal quantity) {
        return quantity.setScale(0, RoundingMode.CEILING);
    }
}
