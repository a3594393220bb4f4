package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of promotions and coupon campaigns. */
@Component
class DefinitionTable {
    private static final String SELECT = """
            select p.id, p.code, p.name, p.kind, p.enabled, p.starts_at, p.ends_at, p.currency, p.priority, p.stacking,
                p.terms, k.shared_code, k.total_limit, k.customer_limit, k.restorable, k.codes
            from promotion p
            left join coupon_campaign k on k.promotion_id = p.id
            """;
    private static final String INSERT = """
            insert into promotion (
                code, name, kind, enabled, starts_at, ends_at, currency, priority, stacking, all_stores, all_skus,
                all_tiers, terms)
            values (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?)
            on duplicate key update
                name = values(name), enabled = values(enabled), starts_at = values(starts_at), ends_at = values(ends_at),
                currency = values(currency), priority = values(priority), stacking = values(stacking),
                all_stores = values(all_stores), all_skus = values(all_skus), all_tiers = values(all_tiers),
                terms = values(terms)
            """;
    private static final String SAME_PRICE = """
            select p.code
            from promotion p
            join promotion_scope s on s.promotion_id = p.id and s.kind = 'sku' and s.value in (:skus)
            where p.kind = 'flash_price' and p.enabled and p.code <> :code and p.priority = :priority
                and p.currency = :currency and p.starts_at < :ends and p.ends_at > :starts
                and (p.all_stores or :allStores or exists (
                    select 1 from promotion_scope o
                    where o.promotion_id = p.id and o.kind = 'store' and o.value in (:stores)))
                and (p.all_tiers or :allTiers or exists (
                    select 1 from promotion_scope o
                    where o.promotion_id = p.id and o.kind = 'tier' and o.value in (:tiers)))
            order by p.code
            limit 1
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final JsonMapper json;

    DefinitionTable(JdbcClient jdbc, Rows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /**
     * A definition that was read.
     *
     * @param codes how many coupon codes there are; null for what needs none
     */
    record Kept(int id, Definition definition, @Nullable Long codes) {}

    /** Makes others that compare rules with each other wait. */
    void lock() {
        jdbc.sql("select id from promotion_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    Optional<Kept> find(String code) {
        return read("where p.code = :code", Map.of("code", code)).stream().findFirst();
    }

    /** By code, with two statements. */
    List<Kept> page(Listing listing, Asked asked, String after, int limit) {
        String coupons = listing == Listing.CAMPAIGNS ? "=" : "<>";
        Map<String, Object> parameters = new HashMap<>(asked.parameters());
        parameters.put("after", after);
        parameters.put("limit", limit);
        return read(
                "where p.code > :after and p.kind " + coupons + " 'coupon'" + asked.and()
                        + " order by p.code limit :limit",
                parameters);
    }

    /** What is listed. */
    enum Listing {
        PROMOTIONS,
        CAMPAIGNS
    }

    private List<Kept> read(String where, Map<String, Object> parameters) {
        Map<Integer, Map<String, List<String>>> scopes = new HashMap<>();
        jdbc.sql("select s.promotion_id, s.kind, s.value from (select p.id from promotion p " + where
                        + ") p join promotion_scope s on s.promotion_id = p.id order by s.kind, s.value")
                .params(parameters)
                .query(row -> {
                    scopes.computeIfAbsent(row.getInt("promotion_id"), id -> new HashMap<>())
                            .computeIfAbsent(row.getString("kind"), kind -> new ArrayList<>())
                            .add(row.getString("value"));
                });
        return jdbc.sql(SELECT + where)
                .params(parameters)
                .query((row, number) -> kept(row, scopes))
                .list();
    }

    /** Another flash price of the same priority for one of the SKUs at one of the times. */
    Optional<String> samePrice(Definition definition) {
        return jdbc.sql(SAME_PRICE)
                .param("skus", Objects.requireNonNull(definition.skus()))
                .param("code", definition.code())
                .param("priority", definition.priority())
                .param("currency", definition.currency())
                .param("starts", Rows.utc(definition.startsAt()))
                .param("ends", Rows.utc(definition.endsAt()))
                .param("allStores", definition.stores() == null)
                .param("stores", definition.stores() == null ? List.of("") : definition.stores())
                .param("allTiers", definition.tiers() == null)
                .param("tiers", definition.tiers() == null ? List.of("") : definition.tiers())
                .query(String.class)
                .optional();
    }

    /** Writes the definition, new or changed. */
    void write(Definition definition) {
        rows.write(INSERT, List.<@Nullable Object[]>of(new @Nullable Object[] {
            definition.code(),
            definition.name(),
            definition.kind().code(),
            definition.enabled(),
            Rows.utc(definition.startsAt()),
            Rows.utc(definition.endsAt()),
            definition.currency() == null ? "" : definition.currency(),
            definition.priority(),
            definition.stacking().code(),
            definition.stores() == null,
            definition.skus() == null,
            definition.tiers() == null,
            json.writeValueAsString(definition.terms())
        }));
        int id = jdbc.sql("select id from promotion where code = :code")
                .param("code", definition.code())
                .query(Integer.class)
                .single();
        jdbc.sql("delete from promotion_scope where promotion_id = :id")
                .param("id", id)
                .update();
        List<@Nullable Object[]> scope = new ArrayList<>();
        add(scope, id, "store", definition.stores());
        add(scope, id, "sku", definition.skus());
        add(scope, id, "tier", definition.tiers());
        rows.write(Rows.insert("promotion_scope", "promotion_id", "kind", "value"), scope);
        Definition.Campaign campaign = definition.campaign();
        if (campaign != null) {
            write(id, campaign);
        }
    }

    private void write(int id, Definition.Campaign campaign) {
        jdbc.sql("""
                insert into coupon_campaign (
                    promotion_id, shared_code, total_limit, customer_limit, restorable, codes)
                values (:id, :shared, :total, :customer, :restorable, :codes)
                on duplicate key update
                    total_limit = values(total_limit), customer_limit = values(customer_limit),
                    restorable = values(restorable)
                """)
                .param("id", id)
                .param("shared", campaign.sharedCode())
                .param("total", campaign.totalLimit())
                .param("customer", campaign.customerLimit())
                .param("restorable", campaign.restorable())
                .param("codes", campaign.sharedCode() == null ? 0 : 1)
                .update();
        if (campaign.sharedCode() != null) {
            jdbc.sql("""
                    insert into coupon (code, campaign_id, most) values (:code, :id, :most)
                    on duplicate key update most = values(most)
                    """)
                    .param("code", campaign.sharedCode())
                    .param("id", id)
                    .param("most", campaign.most())
                    .update();
        }
    }

    /** The campaign that a coupon code belongs to. */
    Optional<String> campaignOf(String coupon) {
        return jdbc.sql("select p.code from coupon c join promotion p on p.id = c.campaign_id where c.code = :code")
                .param("code", coupon)
                .query(String.class)
                .optional();
    }

    private static void add(List<@Nullable Object[]> scope, int id, String kind, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(value -> scope.add(new @Nullable Object[] {id, kind, value}));
        }
    }

    private Kept kept(ResultSet row, Map<Integer, Map<String, List<String>>> scopes) throws SQLException {
        Map<String, List<String>> scope = scopes.getOrDefault(row.getInt("id"), Map.of());
        RuleKind kind = RuleKind.ofCode(row.getString("kind")).orElseThrow();
        Definition.Campaign campaign = kind == RuleKind.COUPON
                ? new Definition.Campaign(
                        row.getString("shared_code"),
                        row.getObject("total_limit", Integer.class),
                        row.getObject("customer_limit", Integer.class),
                        row.getBoolean("restorable"))
                : null;
        Definition definition = new Definition(
                row.getString("code"),
                row.getString("name"),
                kind,
                row.getBoolean("enabled"),
                Rows.instant(row.getObject("starts_at", LocalDateTime.class)),
                Rows.instant(row.getObject("ends_at", LocalDateTime.class)),
                row.getString("currency"),
                row.getInt("priority"),
                Rule.Stacking.ofCode(row.getString("stacking")),
                scope.get("store"),
                scope.get("sku"),
                scope.get("tier"),
                json.readValue(row.getString("terms"), Terms.class),
                campaign);
        return new Kept(row.getInt("id"), definition, campaign == null ? null : row.getLong("codes"));
    }
}
