package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Coupons as they are read back. */
@Component
class CouponViews {
    static final String OF_CAMPAIGN = """
            select code, batch, most, used from coupon
            where campaign_id = :campaign and code > :after
            order by code limit :limit
            """;
    static final String OF_BATCH = """
            select code, batch, most, used from coupon
            where batch = :batch and campaign_id = :campaign and code > :after
            order by code limit :limit
            """;
    static final String USES = """
            select u.order_id, p.code as campaign, u.customer, u.amount, u.used_at, u.state
            from coupon_use u force index (coupon_use_code)
            left join promotion p on p.id = u.campaign_id
            where u.code = :code and u.order_id > :after
            order by u.order_id limit :limit
            """;

    private final JdbcClient jdbc;

    CouponViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Coupon> page(int campaign, @Nullable UUID batch, String after, int limit) {
        return jdbc.sql(batch == null ? OF_CAMPAIGN : OF_BATCH)
                .param("campaign", campaign)
                .param("batch", batch == null ? null : batch.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> {
                    String of = row.getString("batch");
                    return new Coupon(
                            row.getString("code"),
                            of == null ? null : UUID.fromString(of),
                            row.getLong("most") == Integer.MAX_VALUE ? null : row.getLong("most"),
                            row.getLong("used"));
                })
                .list();
    }

    List<Use> uses(String code, UUID after, int limit) {
        return jdbc.sql(USES)
                .param("code", code)
                .param("after", after.toString())
                .param("limit", limit)
                .query((row, number) -> new Use(
                        UUID.fromString(row.getString("order_id")),
                        row.getString("campaign"),
                        row.getString("customer"),
                        row.getBigDecimal("amount"),
                        Rows.instant(row.getObject("used_at", LocalDateTime.class)),
                        row.getString("state")))
                .list();
    }

    /**
     * A code.
     *
     * @param batch the request that made it, or null for a shared one
     * @param most uses, or null for any number
     */
    record Coupon(
            String code, @Nullable UUID batch, @Nullable Long most, long used) {}

    /**
     * A use of a coupon.
     *
     * @param state {@code used}, {@code restored}, or {@code conflict} where an offline till took what was used up
     */
    record Use(
            UUID orderId,
            @Nullable String campaign,
            @Nullable String customer,
            BigDecimal amount,
            Instant usedAt,
            String state) {}
}
