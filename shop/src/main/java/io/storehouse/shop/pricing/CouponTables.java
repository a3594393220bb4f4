package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of coupons and their uses. */
@Component
class CouponTables implements Coupons {
    private static final String USE = "update coupon set used = used + 1 where code = ? and used < most";
    private static final String OPEN = "insert ignore into coupon_customer (campaign_id, customer) values (?, ?)";
    private static final String USE_BY_CUSTOMER = """
            update coupon_customer set used = used + 1 where campaign_id = ? and customer = ? and used < ?
            """;
    private static final String INSERT = """
            insert into coupon_use (order_id, code, campaign_id, customer, amount, used_at, state)
            values (?, ?, nullif(?, 0), nullif(?, ''), ?, ?, ?)
            """;
    private static final String RESTORE_USE = """
            update coupon_use set state = 'restored' where order_id = ? and code = ? and state = 'used'
            """;
    private static final String RESTORE = "update coupon set used = used - 1 where code = ? and used > 0";
    private static final String RESTORE_BY_CUSTOMER = """
            update coupon_customer set used = used - 1 where campaign_id = ? and customer = ? and used > 0
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    CouponTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    private record Campaign(int id, @Nullable Integer customerLimit) {}

    private record Used(
            UUID order,
            String coupon,
            int campaign,
            @Nullable String customer) {
        Object[] use() {
            return new Object[] {order, coupon};
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void redeem(List<Redemption> redemptions) {
        if (redemptions.isEmpty()) {
            return;
        }
        List<Redemption> sorted = redemptions.stream()
                .sorted(Comparator.comparing(Redemption::coupon)
                        .thenComparing(r -> r.order().toString()))
                .toList();
        Map<String, Campaign> campaigns = campaigns(sorted);
        @Nullable CouponRefusal[] refusals = new CouponRefusal[sorted.size()];
        use(sorted, campaigns, refusals);
        useByCustomer(sorted, campaigns, refusals);
        refuse(sorted, refusals);
        giveBack(sorted, refusals);
        List<@Nullable Object[]> uses = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Redemption redemption = sorted.get(i);
            Campaign campaign = campaigns.get(redemption.coupon());
            uses.add(new @Nullable Object[] {
                redemption.order(),
                redemption.coupon(),
                campaign == null ? 0 : campaign.id(),
                redemption.customer() == null ? "" : redemption.customer(),
                redemption.amount(),
                Rows.utc(redemption.at()),
                refusals[i] == null ? "used" : "conflict"
            });
        }
        rows.write(INSERT, uses);
    }

    private Map<String, Campaign> campaigns(List<Redemption> redemptions) {
        Map<String, Campaign> campaigns = new HashMap<>();
        jdbc.sql("""
                select c.code, c.campaign_id, k.customer_limit
                from coupon c
                join coupon_campaign k on k.promotion_id = c.campaign_id
                where c.code in (:codes)
                """)
                .param("codes", redemptions.stream().map(Redemption::coupon).toList())
                .query(row -> {
                    campaigns.put(
                            row.getString("code"),
                            new Campaign(row.getInt("campaign_id"), row.getObject("customer_limit", Integer.class)));
                });
        return campaigns;
    }

    private void use(List<Redemption> sorted, Map<String, Campaign> campaigns, @Nullable CouponRefusal[] refusals) {
        int[] counts = rows.write(
                USE,
                sorted.stream()
                        .map(redemption -> new Object[] {redemption.coupon()})
                        .toList());
        for (int i = 0; i < counts.length; i++) {
            if (count(counts[i]) == 0) {
                refusals[i] =
                        campaigns.containsKey(sorted.get(i).coupon()) ? CouponRefusal.USED_UP : CouponRefusal.UNKNOWN;
            }
        }
    }

    private void useByCustomer(
            List<Redemption> sorted, Map<String, Campaign> campaigns, @Nullable CouponRefusal[] refusals) {
        List<Integer> limited = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Campaign campaign = campaigns.get(sorted.get(i).coupon());
            if (refusals[i] != null || campaign == null || campaign.customerLimit() == null) {
                continue;
            }
            if (sorted.get(i).customer() == null) {
                refusals[i] = CouponRefusal.CUSTOMER_REQUIRED;
                continue;
            }
            limited.add(i);
        }
        limited.sort(Comparator.<Integer>comparingInt(
                        i -> campaign(sorted, campaigns, i).id())
                .thenComparing(i -> Objects.requireNonNull(sorted.get(i).customer())));
        rows.write(
                OPEN,
                limited.stream()
                        .map(i -> new @Nullable Object[] {
                            campaign(sorted, campaigns, i).id(), sorted.get(i).customer()
                        })
                        .toList());
        int[] counts = rows.write(
                USE_BY_CUSTOMER,
                limited.stream()
                        .map(i -> new @Nullable Object[] {
                            campaign(sorted, campaigns, i).id(),
                            sorted.get(i).customer(),
                            campaign(sorted, campaigns, i).customerLimit()
                        })
                        .toList());
        for (int i = 0; i < counts.length; i++) {
            if (count(counts[i]) == 0) {
                refusals[limited.get(i)] = CouponRefusal.CUSTOMER_LIMIT;
            }
        }
    }

    /** What the customer may not use is no use of the coupon either, though the order stands. */
    private void giveBack(List<Redemption> sorted, @Nullable CouponRefusal[] refusals) {
        List<Object[]> unused = new ArrayList<>();
        for (int i = 0; i < refusals.length; i++) {
            if (refusals[i] == CouponRefusal.CUSTOMER_LIMIT || refusals[i] == CouponRefusal.CUSTOMER_REQUIRED) {
                unused.add(new Object[] {sorted.get(i).coupon()});
            }
        }
        if (!unused.isEmpty()) {
            rows.write(RESTORE, unused);
        }
    }

    private static Campaign campaign(List<Redemption> sorted, Map<String, Campaign> campaigns, int index) {
        return Objects.requireNonNull(campaigns.get(sorted.get(index).coupon()));
    }

    private static void refuse(List<Redemption> sorted, @Nullable CouponRefusal[] refusals) {
        List<CouponOutcome> refused = new ArrayList<>();
        for (int i = 0; i < refusals.length; i++) {
            if (refusals[i] != null && !sorted.get(i).offline()) {
                refused.add(new CouponOutcome(
                        sorted.get(i).coupon(), null, sorted.get(i).amount(), refusals[i]));
            }
        }
        if (!refused.isEmpty()) {
            throw refused(refused);
        }
    }

    /** The failure of an order whose coupons cannot be used. */
    static ShopException refused(List<CouponOutcome> outcomes) {
        List<PricedView.Warning> warnings = PricedView.warnings(outcomes);
        return new ShopException(
                PricingError.COUPON_REFUSED,
                "Cannot use "
                        + String.join(
                                "; ",
                                warnings.stream()
                                        .map(warning -> warning.coupon() + ": " + warning.detail())
                                        .toList()),
                Map.of("coupons", warnings));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return;
        }
        List<Used> candidates = jdbc.sql("""
                select u.order_id, u.code, u.campaign_id, u.customer
                from coupon_use u
                join coupon_campaign k on k.promotion_id = u.campaign_id
                where u.order_id in (:orders) and u.state = 'used' and k.restorable
                order by u.code, u.order_id
                """)
                .param("orders", orders.stream().map(UUID::toString).toList())
                .query((row, number) -> new Used(
                        UUID.fromString(row.getString("order_id")),
                        row.getString("code"),
                        row.getInt("campaign_id"),
                        row.getString("customer")))
                .list();
        int[] counts =
                rows.write(RESTORE_USE, candidates.stream().map(Used::use).toList());
        List<Used> restored = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (count(counts[i]) == 1) {
                restored.add(candidates.get(i));
            }
        }
        int[] coupons = rows.write(
                RESTORE,
                restored.stream().map(used -> new Object[] {used.coupon()}).toList());
        if (Arrays.stream(coupons).anyMatch(count -> count(count) != 1)) {
            throw new IllegalStateException("Failed to give back coupons that were used: " + restored);
        }
        rows.write(
                RESTORE_BY_CUSTOMER,
                restored.stream()
                        .filter(used -> used.customer() != null)
                        .sorted(Comparator.comparingInt(Used::campaign)
                                .thenComparing(used -> Objects.requireNonNull(used.customer())))
                        .map(used -> new @Nullable Object[] {used.campaign(), used.customer()})
                        .toList());
    }

    private static int count(int count) {
        if (count < 0 || count > 1) {
            throw new IllegalStateException("The driver must count each update: useBulkStmts has to be off");
        }
        return count;
    }
}
