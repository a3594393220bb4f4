package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ClaimTable {
    private static final String SELECT = """
            select c.uuid, c.sale_id, f.uuid as sale, c.customer, c.state, c.reason, c.claimed_at, c.settled_at, c.pay_until,
                c.order_id
            from flash_claim c
            join flash_sale f on f.id = c.sale_id
            """;
    static final String UNTOLD = SELECT + "where c.told = 0 order by c.id limit :limit";
    static final String DUE =
            SELECT + "where c.state = 'won' and c.pay_until <= :now order by c.pay_until limit :limit";
    private static final String INSERT = Rows.insert(
            "flash_claim",
            "id",
            "uuid",
            "sale_id",
            "customer",
            "holder",
            "state",
            "reason",
            "claimed_at",
            "settled_at",
            "pay_until",
            "told");

    private final JdbcClient jdbc;
    private final Rows rows;

    ClaimTable(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A settled claim with what only the table needs: the key, and who has it. */
    record Row(long key, Claim claim, @Nullable String holder) {}

    /** Who holds a claim of a sale. */
    record Holder(long sale, String code) {}

    void insert(List<Row> settled) {
        rows.write(
                INSERT,
                settled.stream()
                        .map(row -> new @Nullable Object[] {
                            row.key(),
                            row.claim().id(),
                            row.claim().saleKey(),
                            row.claim().customer(),
                            row.holder(),
                            row.claim().state().code(),
                            row.claim().reason(),
                            Rows.utc(row.claim().claimedAt()),
                            Rows.utc(row.claim().settledAt()),
                            row.claim().payUntil() == null
                                    ? null
                                    : Rows.utc(row.claim().payUntil()),
                            false
                        })
                        .toList());
    }

    Map<UUID, Claim> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        Map<UUID, Claim> found = new HashMap<>();
        jdbc.sql(SELECT + "where c.uuid in (:ids)")
                .param("ids", texts(ids))
                .query(ClaimTable::claim)
                .list()
                .forEach(claim -> found.put(claim.id(), claim));
        return found;
    }

    Optional<Claim> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Who of the people have a claim of one of the sales. */
    Set<Holder> holders(Collection<Long> sales, Collection<String> people) {
        if (sales.isEmpty() || people.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(
                jdbc.sql("select sale_id, holder from flash_claim where sale_id in (:sales) and holder in (:people)")
                        .param("sales", sales)
                        .param("people", people)
                        .query((row, number) -> new Holder(row.getLong("sale_id"), row.getString("holder")))
                        .list());
    }

    /** All claims of a sale as one statement sees them. */
    List<Claim> ofSale(long sale) {
        return jdbc.sql(SELECT + "where c.sale_id = :sale")
                .param("sale", sale)
                .query(ClaimTable::claim)
                .list();
    }

    /** At most that many whose state Redis may not know. */
    List<Claim> untold(int limit) {
        return jdbc.sql(UNTOLD).param("limit", limit).query(ClaimTable::claim).list();
    }

    /** Redis knows the states that these have; not one that a claim has got since. */
    void told(List<Claim> claims) {
        rows.write(
                "update flash_claim set told = 1 where uuid = ? and state = ?",
                claims.stream()
                        .map(claim -> new Object[] {claim.id(), claim.state().code()})
                        .toList());
    }

    /** At most that many whose time to pay is over, the oldest first. */
    List<Claim> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Rows.utc(now))
                .param("limit", limit)
                .query(ClaimTable::claim)
                .list();
    }

    /** Expires the claims that are still to be paid; the count of each. */
    int[] expire(List<UUID> claims, Instant now) {
        return rows.write(
                "update flash_claim set state = 'expired', told = 0 where uuid = ? and state = 'won' and pay_until <= ?",
                claims.stream()
                        .map(claim -> new Object[] {claim, Rows.utc(now)})
                        .toList());
    }

    /** Units of expired claims that did not come back. */
    void release(List<UUID> claims) {
        rows.write(
                "update flash_claim set state = 'released' where uuid = ? and state = 'expired'",
                claims.stream().map(claim -> new Object[] {claim}).toList());
    }

    /** Marks won claims as paid by orders; the count of each. */
    int[] pay(List<FlashClaims.Payment> payments) {
        return rows.write(
                "update flash_claim set state = 'paid', order_id = ? where uuid = ? and state = 'won'",
                payments.stream()
                        .map(payment -> new Object[] {payment.order(), payment.reservation()})
                        .toList());
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        LocalDateTime payUntil = row.getObject("pay_until", LocalDateTime.class);
        String order = row.getString("order_id");
        return new Claim(
                UUID.fromString(row.getString("uuid")),
                row.getLong("sale_id"),
                UUID.fromString(row.getString("sale")),
                row.getString("customer"),
                Claim.State.ofCode(row.getString("state")),
                row.getString("reason"),
                Rows.instant(row.getObject("claimed_at", LocalDateTime.class)),
                Rows.instant(row.getObject("settled_at", LocalDateTime.class)),
                payUntil == null ? null : Rows.instant(payUntil),
                order == null ? null : UUID.fromString(order));
    }
}
