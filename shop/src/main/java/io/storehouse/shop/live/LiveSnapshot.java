package io.storehouse.shop.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.storehouse.shop.reconciliation.ReconciliationOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** What a document of the ticker is. */
    enum Kind {
        @JsonProperty("sale")
        SALE,
        @JsonProperty("return")
        RETURN;

        static Optional<Kind> of(String code) {
            return switch (code) {
                case "sale" -> Optional.of(SALE);
                case "return" -> Optional.of(RETURN);
                default -> Optional.empty();
            };
        }
    }

    record Ticker(
            String id, String number, Kind kind, String store, Instant recordedAt, BigDecimal amount, long lines) {}
}
