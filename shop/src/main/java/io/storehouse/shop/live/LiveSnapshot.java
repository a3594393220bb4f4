package io.storehouse.shop.live;

import io.storehouse.shop.reconciliation.ReconciliationOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the live page shows at one moment.
 *
 * @param businessDate the latest that has figures, or null where there are none
 * @param isToday whether a store does business on that date now
 * @param aov net ÷ orders in the currency's places, or null without orders
 * @param curve cumulative net by minute
 * @param previous the same of the business date before
 * @param stores by net, highest first
 * @param stale whether it is further behind than it may be
 */
record LiveSnapshot(
        @Nullable String businessDate,
        boolean isToday,
        String currency,
        BigDecimal net,
        BigDecimal gross,
        BigDecimal returned,
        long orders,
        long returns,
        BigDecimal units,
        @Nullable BigDecimal aov,
        List<Point> curve,
        @Nullable Previous previous,
        List<StoreTile> stores,
        List<TopSku> topSkus,
        List<Ticker> ticker,
        double secondsBehind,
        boolean stale,
        Instant asOf,
        @Nullable ReconciliationOutcome reconciliation) {

    record Point(String time, BigDecimal net) {}

    record Previous(String businessDate, List<Point> curve) {}

    record StoreTile(String code, String name, BigDecimal net, long orders) {}

    record TopSku(String sku, String name, BigDecimal units, BigDecimal net) {}

    record Ticker(
            String id, String number, String kind, String store, Instant recordedAt, BigDecimal amount, long lines) {}
}
