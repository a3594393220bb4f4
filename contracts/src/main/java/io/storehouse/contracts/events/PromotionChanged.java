package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion or a coupon campaign was defined, changed, or given more codes.
 *
 * @param code natural key
 * @param kind {@code flash_price}, {@code percentage}, {@code spend_and_save}, {@code coupon}, {@code freight} or {@code
 *     points_earned}
 * @param startsAt the first instant
 * @param endsAt the first instant after
 * @param currency ISO 4217 of its amounts, or null where it has none
 * @param priority higher acts first
 * @param exclusive whether nothing else is taken off a line that it takes from
 * @param stores codes, or null for all
 * @param skus SKUs, or null for all
 * @param tiers tiers of customers, or null for all
 * @param codes how many coupon codes there are, or null for what needs none
 */
public record PromotionChanged(
        String code,
        String name,
        String kind,
        boolean enabled,
        Instant startsAt,
        Instant endsAt,
        @Nullable String currency,
        int priority,
        boolean exclusive,
        @Nullable List<String> stores,
        @Nullable List<String> skus,
        @Nullable List<String> tiers,
        Terms terms,
        @Nullable Long codes) {

    /**
     * What it takes; which members it has depends on the kind, the others are null.
     *
     * @param price a flash sale's unit price
     * @param percent above 0, at most 100
     * @param amount off
     * @param threshold from which Σ on
     * @param cap the most that a percentage takes
     * @param rate points for one unit of currency
     * @param repeating whether the one step counts as often as its threshold fits
     */
    public record Terms(
            @Nullable BigDecimal price,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal rate,
            @Nullable Boolean repeating,
            @Nullable List<Step> steps) {}

    /** Spend so much, save so much. */
    public record Step(BigDecimal threshold, BigDecimal amount) {}
}
