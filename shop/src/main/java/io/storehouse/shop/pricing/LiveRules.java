package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules and coupons that carts are priced by. Of a rule's scope only what the carts have is loaded. */
@Component
class LiveRules {
    private static final String COLUMNS = """
            p.id, p.code, p.kind, p.enabled, p.starts_at, p.ends_at, p.currency, p.priority, p.stacking, p.all_stores,
                p.all_skus, p.all_tiers, p.terms
            """;
    static final String RULES = "select " + COLUMNS + """
            from promotion p
            where p.ends_at > :first and p.starts_at <= :last and p.enabled and p.kind <> 'coupon'
            """;
    private static final String COUPONS = "select " + COLUMNS + """
                , c.code as coupon, c.used >= c.most as used_up, k.customer_limit
            from coupon c
            join promotion p on p.id = c.campaign_id
            join coupon_campaign k on k.promotion_id = p.id
            where c.code in (:codes)
            """;
    private static final String SCOPES = """
            select promotion_id, kind, value
            from promotion_scope
            where promotion_id in (:ids) and kind in ('sku', 'store', 'tier') and (kind = 'tier' or value in (:values))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LiveRules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was loaded for some carts. */
    record Loaded(List<Rule> rules, Map<String, Coupon> coupons, Map<Used, Integer> uses) {
        List<Basket.Presented> presented(Cart cart) {
            return cart.coupons().stream().map(code -> presented(code, cart)).toList();
        }

        private Basket.Presented presented(String code, Cart cart) {
            Coupon coupon = coupons.get(code);
            return coupon == null
                    ? new Basket.Presented(code, null, CouponRefusal.UNKNOWN)
                    : new Basket.Presented(code, coupon.rule(), coupon.refusal(cart.customer(), uses));
        }
    }

    /** How often a customer has used a campaign. */
    record Used(int campaign, String customer) {}

    /** A coupon with its campaign. */
    record Coupon(
            int campaign,
            Rule rule,
            boolean enabled,
            boolean usedUp,
            @Nullable Integer customerLimit) {
        @Nullable
        CouponRefusal refusal(@Nullable String customer, Map<Used, Integer> uses) {
            if (!enabled) {
                return CouponRefusal.DISABLED;
            }
            if (usedUp) {
                return CouponRefusal.USED_UP;
            }
            if (customerLimit == null) {
                return null;
            }
            if (customer == null) {
                return CouponRefusal.CUSTOMER_REQUIRED;
            }
            return uses.getOrDefault(new Used(campaign, customer), 0) >= customerLimit
                    ? CouponRefusal.CUSTOMER_LIMIT
                    : null;
        }
    }

    /** With at most four statements. */
    Loaded load(List<Cart> carts) {
        List<Row> rows = new ArrayList<>(rules(carts));
        Set<String> codes =
                carts.stream().flatMap(cart -> cart.coupons().stream()).collect(Collectors.toCollection(TreeSet::new));
        Map<String, CouponRow> coupons = codes.isEmpty() ? Map.of() : coupons(codes);
        coupons.values().forEach(coupon -> rows.add(coupon.row()));
        Map<Integer, Map<String, Set<String>>> scopes = scopes(rows, carts);
        Map<String, Coupon> loaded = new HashMap<>();
        coupons.forEach((code, coupon) -> loaded.put(
                code,
                new Coupon(
                        coupon.row().id(),
                        coupon.row().rule(scopes),
                        coupon.row().enabled(),
                        coupon.usedUp(),
                        coupon.customerLimit())));
        return new Loaded(
                rows.stream()
                        .filter(row -> row.kind() != RuleKind.COUPON)
                        .map(row -> row.rule(scopes))
                        .toList(),
                loaded,
                uses(coupons.values(), carts));
    }

    private List<Row> rules(List<Cart> carts) {
        Instant first = carts.stream().map(Cart::at).min(Instant::compareTo).orElseThrow();
        Instant last = carts.stream().map(Cart::at).max(Instant::compareTo).orElseThrow();
        return jdbc.sql(RULES)
                .param("first", Rows.utc(first))
                .param("last", Rows.utc(last))
                .query((row, number) -> row(row))
                .list();
    }

    private Map<String, CouponRow> coupons(Set<String> codes) {
        Map<String, CouponRow> found = new HashMap<>();
        jdbc.sql(COUPONS).param("codes", codes).query(row -> {
            int limit = row.getInt("customer_limit");
            Integer known = row.wasNull() ? null : limit;
            found.put(row.getString("coupon"), new CouponRow(row(row), row.getBoolean("used_up"), known));
        });
        return found;
    }

    private Map<Integer, Map<String, Set<String>>> scopes(List<Row> rows, List<Cart> carts) {
        Set<Integer> narrow =
                rows.stream().filter(Row::narrow).map(Row::id).collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, Map<String, Set<String>>> scopes = new HashMap<>();
        if (narrow.isEmpty()) {
            return scopes;
        }
        Set<String> values = new HashSet<>();
        carts.forEach(cart -> {
            values.add(cart.store());
            cart.lines().forEach(line -> values.add(line.sku()));
        });
        jdbc.sql(SCOPES).param("ids", narrow).param("values", values).query(row -> {
            scopes.computeIfAbsent(row.getInt("promotion_id"), id -> new HashMap<>())
                    .computeIfAbsent(row.getString("kind"), kind -> new HashSet<>())
                    .add(row.getString("value"));
        });
        return scopes;
    }

    private Map<Used, Integer> uses(Collection<CouponRow> coupons, List<Cart> carts) {
        Set<Integer> campaigns = coupons.stream()
                .filter(coupon -> coupon.customerLimit() != null)
                .map(coupon -> coupon.row().id())
                .collect(Collectors.toSet());
        Set<String> customers =
                carts.stream().map(Cart::customer).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Used, Integer> uses = new HashMap<>();
        if (campaigns.isEmpty() || customers.isEmpty()) {
            return uses;
        }
        jdbc.sql("""
                select campaign_id, customer, used from coupon_customer
                where campaign_id in (:campaigns) and customer in (:customers)
                """)
                .param("campaigns", campaigns)
                .param("customers", customers)
                .query(row -> {
                    uses.put(new Used(row.getInt("campaign_id"), row.getString("customer")), row.getInt("used"));
                });
        return uses;
    }

    private Row row(ResultSet row) throws SQLException {
        RuleKind kind = RuleKind.ofCode(row.getString("kind")).orElseThrow();
        String currency = row.getString("currency");
        Effect effect = Effects.of(
                kind,
                json.readValue(row.getString("terms"), Terms.class),
                currency == null ? null : Currency.getInstance(currency));
        return new Row(
                row.getInt("id"),
                row.getString("code"),
                kind,
                effect,
                row.getBoolean("enabled"),
                currency,
                Rows.instant(row.getObject("starts_at", LocalDateTime.class)),
                Rows.instant(row.getObject("ends_at", LocalDateTime.class)),
                row.getInt("priority"),
                Rule.Stacking.ofCode(row.getString("stacking")),
                row.getBoolean("all_stores"),
                row.getBoolean("all_skus"),
                row.getBoolean("all_tiers"));
    }

    private record CouponRow(
            Row row, boolean usedUp, @Nullable Integer customerLimit) {}

    private record Row(
            int id,
            String code,
            RuleKind kind,
            Effect effect,
            boolean enabled,
            @Nullable String currency,
            Instant from,
            Instant until,
            int priority,
            Rule.Stacking stacking,
            boolean allStores,
            boolean allSkus,
            boolean allTiers) {
        boolean narrow() {
            return !(allStores && allSkus && allTiers);
        }

        Rule rule(Map<Integer, Map<String, Set<String>>> scopes) {
            Map<String, Set<String>> own = scopes.getOrDefault(id, Map.of());
            Scope scope = new Scope(
                    allStores ? null : own.getOrDefault("store", Set.of()),
                    allSkus ? null : own.getOrDefault("sku", Set.of()),
                    allTiers ? null : own.getOrDefault("tier", Set.of()));
            return new Rule(code, kind, effect, currency, from, until, priority, stacking, scope);
        }
    }
}
