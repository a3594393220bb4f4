package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves balances from what they come from: Σ moves = balance in quantity, reserved, incoming, value and number; reserved = Σ
 * open reservations; incoming = Σ of what is on its way. Each store is proved by statements that see one state each, while
 * tills sell.
 */
@Component
class StockProofs {
    private static final Logger LOG = LoggerFactory.getLogger(StockProofs.class);

    /** Balances and moves in one statement, so that both are of one moment. */
    private static final String LEDGER = """
            with moved as (
                select sku, sum(quantity) as on_hand, sum(coalesce(reserved, 0)) as reserved,
                    sum(coalesce(incoming, 0)) as incoming, sum(value) as value, count(*) as version
                from stock_move where store_id = :store group by sku
            ),
            compared as (
                select b.sku, b.on_hand, b.reserved, b.incoming, b.value, b.version, m.on_hand as m_on_hand,
                    m.reserved as m_reserved, m.incoming as m_incoming, m.value as m_value, m.version as m_version
                from stock_balance b left join moved m on m.sku = b.sku
                where b.store_id = :store
                union all
                select m.sku, 0, 0, 0, 0, 0, m.on_hand, m.reserved, m.incoming, m.value, m.version
                from moved m left join stock_balance b on b.store_id = :store and b.sku = m.sku
                where b.sku is null
            )
            select sku, 'on-hand' as what, on_hand as balance, coalesce(m_on_hand, 0) as ledger
            from compared where on_hand <> coalesce(m_on_hand, 0)
            union all
            select sku, 'reserved', reserved, coalesce(m_reserved, 0)
            from compared where reserved <> coalesce(m_reserved, 0)
            union all
            select sku, 'incoming', incoming, coalesce(m_incoming, 0)
            from compared where incoming <> coalesce(m_incoming, 0)
            union all
            select sku, 'value', value, coalesce(m_value, 0) from compared where value <> coalesce(m_value, 0)
            union all
            select sku, 'version', version, coalesce(m_version, 0)
            from compared where version <> coalesce(m_version, 0)
            order by sku, what
            """;

    private static final String DOCUMENTS = """
            with held as (
                select l.sku, sum(l.quantity) as quantity
                from stock_reservation r join stock_reservation_line l on l.reservation_id = r.id
                where r.state in ('open', 'held') and r.store_id = :store group by l.sku
            ),
            on_its_way as (
                select l.sku, sum(greatest(l.quantity - l.received, 0)) as quantity
                from stock_transfer t join stock_transfer_line l on l.transfer_id = t.id
                where t.state = 'dispatched' and t.destination_id = :store group by l.sku
            ),
            compared as (
                select b.sku, 'held' as what, b.reserved as balance, coalesce(h.quantity, 0) as ledger
                from stock_balance b left join held h on h.sku = b.sku
                where b.store_id = :store
                union all
                select h.sku, 'held', 0, h.quantity
                from held h left join stock_balance b on b.store_id = :store and b.sku = h.sku
                where b.sku is null
                union all
                select b.sku, 'on-its-way', b.incoming, coalesce(w.quantity, 0)
                from stock_balance b left join on_its_way w on w.sku = b.sku
                where b.store_id = :store
                union all
                select w.sku, 'on-its-way', 0, w.quantity
                from on_its_way w left join stock_balance b on b.store_id = :store and b.sku = w.sku
                where b.sku is null
            )
            select sku, what, balance, ledger from compared where balance <> ledger order by sku, what
            """;

    private static final String INSERT_DIFFERENCE =
            Rows.insert("stock_proof_difference", "proof_id", "no", "store_id", "sku", "what", "balance", "ledger");

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Transactions transactions;
    private final SurrogateKeys keys;
    private final Clock clock;

    StockProofs(JdbcClient jdbc, Rows rows, Transactions transactions, SurrogateKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /** Proves all stores, or the one with that code, and keeps what was found. */
    Proof prove(@Nullable String store) {
        Instant startedAt = clock.instant();
        List<Integer> stores = jdbc.sql("select id from store where :store is null or code = :store order by id")
                .param("store", store)
                .query(Integer.class)
                .list();
        long balances = 0;
        long key = keys.next();
        List<@Nullable Object[]> differences = new ArrayList<>();
        for (int id : stores) {
            balances += jdbc.sql("select count(*) from stock_balance where store_id = :store")
                    .param("store", id)
                    .query(Long.class)
                    .single();
            for (String sql : List.of(LEDGER, DOCUMENTS)) {
                jdbc.sql(sql)
                        .param("store", id)
                        .query(Found.class)
                        .list()
                        .forEach(found -> differences.add(new @Nullable Object[] {
                            key, differences.size() + 1, id, found.sku(), found.what(), found.balance(), found.ledger()
                        }));
            }
        }
        return keep(new Proof(key, startedAt, clock.instant(), balances, differences.size()), differences);
    }

    private Proof keep(Proof proof, List<@Nullable Object[]> differences) {
        transactions.inOne(() -> {
            rows.write(
                    Rows.insert("stock_proof", "id", "started_at", "finished_at", "balances", "differences"),
                    List.<Object[]>of(new Object[] {
                        proof.id(),
                        Rows.utc(proof.startedAt()),
                        Rows.utc(proof.finishedAt()),
                        proof.balances(),
                        proof.differences()
                    }));
            rows.write(INSERT_DIFFERENCE, differences);
            return proof;
        });
        if (proof.differences() > 0) {
            LOG.error("Proof {} of stock found {} differences", proof.id(), proof.differences());
        }
        return proof;
    }

    /** At most that many, the newest first, before the given one. */
    List<Proof> page(long before, int limit) {
        return jdbc.sql("""
                select id, started_at, finished_at, balances, differences
                from stock_proof where id < :before order by id desc limit :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Proof(
                        row.getLong("id"),
                        Rows.instant(row.getObject("started_at", LocalDateTime.class)),
                        Rows.instant(row.getObject("finished_at", LocalDateTime.class)),
                        row.getLong("balances"),
                        row.getLong("differences")))
                .list();
    }

    /** At most that many differences of a proof, after that number. */
    List<Difference> differences(long proof, int after, int limit) {
        return jdbc.sql("""
                select d.no, s.code as store, d.sku, d.what, d.balance, d.ledger
                from stock_proof_difference d join store s on s.id = d.store_id
                where d.proof_id = :proof and d.no > :after order by d.no limit :limit
                """)
                .param("proof", proof)
                .param("after", after)
                .param("limit", limit)
                .query(Difference.class)
                .list();
    }

    record Found(String sku, String what, BigDecimal balance, BigDecimal ledger) {}

    /** What was proved, and how many differences there are. */
    record Proof(long id, Instant startedAt, Instant finishedAt, long balances, long differences) {}

    /**
     * A balance that is not what it comes from.
     *
     * @param what {@code on-hand}, {@code reserved}, {@code incoming}, {@code value}, {@code version} (against the moves), {@code
     *     held} (against the reservations) or {@code on-its-way} (against the transfers)
     * @param ledger what the balance should be
     */
    record Difference(int no, String store, String sku, String what, BigDecimal balance, BigDecimal ledger) {}
}
