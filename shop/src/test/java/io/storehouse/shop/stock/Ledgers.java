package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger of a store and works it out once more, from its moves alone. */
final class Ledgers {
    private static final MathContext EXACT = new MathContext(60, RoundingMode.HALF_EVEN);

    private final JdbcClient jdbc;

    Ledgers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Move(
            long version,
            String kind,
            BigDecimal quantity,
            BigDecimal onHand,
            BigDecimal reserved,
            BigDecimal incoming,
            BigDecimal value) {}

    record Found(
            String sku,
            BigDecimal onHand,
            BigDecimal reserved,
            BigDecimal incoming,
            BigDecimal value,
            BigDecimal costValue,
            BigDecimal costQuantity,
            long version) {}

    List<Move> moves(int storeId, String sku) {
        return jdbc.sql("""
                select version, kind, quantity, on_hand, coalesce(reserved, 0) as reserved,
                    coalesce(incoming, 0) as incoming, value
                from stock_move where store_id = :store and sku = :sku order by version
                """)
                .param("store", storeId)
                .param("sku", sku)
                .query(Move.class)
                .list();
    }

    List<Found> balances(int storeId) {
        return jdbc.sql("select * from stock_balance where store_id = :store order by sku")
                .param("store", storeId)
                .query(Found.class)
                .list();
    }

    /** Every balance is the sum of its moves, and every move at average cost is worth what moving average says. */
    void assertAddUp(int storeId) {
        balances(storeId).forEach(balance -> assertAddsUp(balance, moves(storeId, balance.sku())));
    }

    private static void assertAddsUp(Found balance, List<Move> moves) {
        BigDecimal onHand = BigDecimal.ZERO;
        BigDecimal reserved = BigDecimal.ZERO;
        BigDecimal incoming = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal average = BigDecimal.ZERO;
        boolean known = false;
        long version = 0;
        for (Move move : moves) {
            String at = balance.sku() + " " + move;
            assertThat(move.version()).as(at).isEqualTo(++version);
            boolean receipt = Set.of("receipt", "transfer-in").contains(move.kind());
            boolean first = !known
                    && Set.of("return", "transfer-out").contains(move.kind())
                    && move.quantity().signum() > 0
                    && move.value().signum() > 0;
            if (receipt || first) {
                BigDecimal there = onHand.max(BigDecimal.ZERO);
                average = there.multiply(average).add(move.value()).divide(there.add(move.quantity()), EXACT);
                known = true;
            } else if (!Set.of("return", "transfer-out").contains(move.kind())) {
                BigDecimal atAverage = move.quantity().multiply(average);
                assertThat(move.value().subtract(atAverage).abs()).as(at).isLessThan(new BigDecimal("0.002"));
            }
            onHand = onHand.add(move.quantity());
            reserved = reserved.add(move.reserved());
            incoming = incoming.add(move.incoming());
            value = value.add(move.value());
            assertThat(move.onHand()).as(at).isEqualByComparingTo(onHand);
        }
        String at = balance.toString();
        assertThat(balance.version()).as(at).isEqualTo(version);
        assertThat(balance.onHand()).as(at).isEqualByComparingTo(onHand);
        assertThat(balance.reserved()).as(at).isEqualByComparingTo(reserved);
        assertThat(balance.incoming()).as(at).isEqualByComparingTo(incoming);
        assertThat(balance.value()).as(at).isEqualByComparingTo(value);
        if (known) {
            assertThat(balance.costValue()
                            .divide(balance.costQuantity(), EXACT)
                            .subtract(average)
                            .abs())
                    .as(at)
                    .isLessThan(new BigDecimal("0.001"));
        }
    }
}
