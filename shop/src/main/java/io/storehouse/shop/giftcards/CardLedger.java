package io.storehouse.shop.giftcards;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Balances of gift cards and the entries that explain them: Σ entries = balance ≥ 0. */
@Component
class CardLedger {
    private static final String MOVE = """
            update gift_card
            set balance = balance + ?, version = version + 1
            where id = ? and balance + ? >= 0
            """;
    private static final String INSERT_CARD = """
            insert into gift_card (
                id, uuid, code_hash, digits, currency, issued, balance, version, store_id, order_id, line_no, reason,
                issued_at)
            values (?, ?, ?, ?, ?, ?, ?, 1, ?, nullif(?, ''), nullif(?, 0), ?, ?)
            """;
    private static final String INSERT_ENTRY = Rows.insert(
            "gift_card_entry", "card_id", "version", "kind", "amount", "balance", "document_id", "recorded_at");

    private final JdbcClient jdbc;
    private final Rows rows;

    CardLedger(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * A change of a balance.
     *
     * @param amount signed
     * @param document the order, the return, or the card itself
     */
    record Move(long card, String kind, BigDecimal amount, UUID document, Instant at) {}

    /** A card that comes into being; see the table for the members. */
    record NewCard(
            long id,
            UUID uuid,
            GiftCardCode code,
            String currency,
            BigDecimal amount,
            int storeId,
            @Nullable UUID order,
            int lineNo,
            String reason,
            Instant at) {}

    private record State(long version, BigDecimal balance) {
        State before(BigDecimal amount) {
            return new State(version - 1, balance.subtract(amount));
        }
    }

    void open(List<NewCard> cards) {
        List<@Nullable Object[]> inserts = new ArrayList<>();
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (NewCard card : cards) {
            inserts.add(new @Nullable Object[] {
                card.id(),
                card.uuid(),
                card.code().bytes(),
                card.code().digits(),
                card.currency(),
                card.amount(),
                card.amount(),
                card.storeId(),
                card.order() == null ? "" : card.order(),
                card.lineNo(),
                card.reason(),
                Rows.utc(card.at())
            });
            UUID document = card.order() == null ? card.uuid() : card.order();
            entries.add(new @Nullable Object[] {
                card.id(), 1, "issue", card.amount(), card.amount(), document, Rows.utc(card.at())
            });
        }
        rows.write(INSERT_CARD, inserts);
        rows.write(INSERT_ENTRY, entries);
    }

    /** Makes the moves; where a balance does not cover one, nothing more happens and that move is returned. */
    Optional<Move> post(List<Move> moves) {
        List<Move> sorted =
                moves.stream().sorted(Comparator.comparingLong(Move::card)).toList();
        int[] counts = rows.write(
                MOVE,
                sorted.stream()
                        .map(move -> new Object[] {move.amount(), move.card(), move.amount()})
                        .toList());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || counts[i] > 1) {
                throw new IllegalStateException("The driver must count each update: useBulkStmts has to be off");
            }
            if (counts[i] == 0) {
                return Optional.of(sorted.get(i));
            }
        }
        write(sorted);
        return Optional.empty();
    }

    /** The state after all updates belongs to the last move of its card; each move before it is one version less. */
    private void write(List<Move> sorted) {
        if (sorted.isEmpty()) {
            return;
        }
        Map<Long, State> states = new HashMap<>();
        jdbc.sql("select id, version, balance from gift_card where id in (:ids)")
                .param("ids", sorted.stream().map(Move::card).distinct().toList())
                .query(row -> {
                    states.put(row.getLong("id"), new State(row.getLong("version"), row.getBigDecimal("balance")));
                });
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Move move = sorted.get(i);
            State after = Objects.requireNonNull(states.get(move.card()));
            entries.add(new @Nullable Object[] {
                move.card(),
                after.version(),
                move.kind(),
                move.amount(),
                after.balance(),
                move.document(),
                Rows.utc(move.at())
            });
            states.put(move.card(), after.before(move.amount()));
        }
        Collections.reverse(entries);
        rows.write(INSERT_ENTRY, entries);
    }
}
