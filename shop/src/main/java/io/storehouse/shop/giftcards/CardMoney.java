package io.storehouse.shop.giftcards;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gift cards in sales and returns. */
@Component
class CardMoney implements GiftCards {
    private static final String INSERT_PAID = Rows.insert("gift_card_payment", "order_id", "card_id", "amount");
    private static final String TAKE_PAID = """
            update gift_card_payment
            set refunded = refunded + ?
            where order_id = ? and card_id = ? and refunded + ? <= amount
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final CardLedger ledger;
    private final SurrogateKeys keys;

    CardMoney(JdbcClient jdbc, Rows rows, CardLedger ledger, SurrogateKeys keys) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
        this.keys = keys;
    }

    private record Card(long key, UUID id, String digits, String currency) {}

    /** What a card paid of an order, sorted so that all transactions lock in one order. */
    private record Share(UUID order, long card) implements Comparable<Share> {
        @Override
        public int compareTo(Share other) {
            int byOrder = order.toString().compareTo(other.order.toString());
            return byOrder != 0 ? byOrder : Long.compare(card, other.card);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, UUID> pay(List<Payment> payments) {
        if (payments.isEmpty()) {
            return Map.of();
        }
        Map<String, Card> cards = byCode(payments.stream().map(Payment::code).toList());
        Map<UUID, UUID> ids = new HashMap<>();
        SortedMap<Share, BigDecimal> paid = new TreeMap<>();
        List<CardLedger.Move> moves = new ArrayList<>();
        for (Payment payment : payments) {
            Card card = require(cards, payment.code());
            String currency = payment.store().currency().getCurrencyCode();
            if (!card.currency().equals(currency)) {
                throw failure(
                        GiftCardError.GIFT_CARD_CURRENCY_DIFFERS,
                        "Cannot pay in " + currency + ": gift card …" + card.digits() + " is in " + card.currency(),
                        card.digits());
            }
            ids.put(payment.id(), card.id());
            paid.merge(new Share(payment.order(), card.key()), payment.amount(), BigDecimal::add);
            moves.add(new CardLedger.Move(
                    card.key(), "payment", payment.amount().negate(), payment.order(), payment.at()));
        }
        ledger.post(moves).ifPresent(refused -> {
            String digits = digits(cards.values(), refused.card());
            throw failure(
                    GiftCardError.GIFT_CARD_EXHAUSTED,
                    "Cannot pay " + refused.amount().negate().toPlainString() + ": gift card …" + digits + " has less",
                    digits);
        });
        List<@Nullable Object[]> inserts = new ArrayList<>();
        paid.forEach((key, amount) -> inserts.add(new @Nullable Object[] {key.order(), key.card(), amount}));
        rows.write(INSERT_PAID, inserts);
        return ids;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, UUID> refund(List<Refund> refunds) {
        if (refunds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, Card>> payers =
                payers(refunds.stream().map(Refund::order).toList());
        Map<UUID, UUID> ids = new HashMap<>();
        SortedMap<Share, BigDecimal> back = new TreeMap<>();
        List<CardLedger.Move> moves = new ArrayList<>();
        Map<Long, String> digits = new HashMap<>();
        for (Refund refund : refunds) {
            Card card = payer(refund, payers.getOrDefault(refund.order(), Map.of()));
            ids.put(refund.id(), card.id());
            digits.put(card.key(), card.digits());
            back.merge(new Share(refund.order(), card.key()), refund.amount(), BigDecimal::add);
            moves.add(new CardLedger.Move(card.key(), "refund", refund.amount(), refund.takeback(), refund.at()));
        }
        List<Share> paid = List.copyOf(back.keySet());
        int[] counts = rows.write(
                TAKE_PAID,
                paid.stream()
                        .map(key -> new Object[] {back.get(key), key.order(), key.card(), back.get(key)})
                        .toList());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                String shown = Objects.requireNonNull(digits.get(paid.get(i).card()));
                throw failure(
                        GiftCardError.GIFT_CARD_REFUND_EXCEEDS_PAYMENT,
                        "Cannot refund " + back.get(paid.get(i)) + ": gift card …" + shown + " paid less of the order",
                        shown);
            }
        }
        ledger.post(moves).ifPresent(refused -> {
            throw new IllegalStateException("Failed to refund to card " + refused.card());
        });
        return ids;
    }

    @Override
    public List<Paid> paid(UUID order) {
        return jdbc.sql("""
                select lower(hex(c.code_hash)) as hash, c.digits, p.amount
                from gift_card_payment p
                join gift_card c on c.id = p.card_id
                where p.order_id = :order
                order by c.id
                """)
                .param("order", order.toString())
                .query((row, number) -> new Paid(
                        new GiftCardCode(row.getString("hash"), row.getString("digits")), row.getBigDecimal("amount")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sell(List<Sold> cards) {
        ledger.open(cards.stream()
                .map(card -> new CardLedger.NewCard(
                        keys.next(),
                        card.line(),
                        card.code(),
                        card.store().currency().getCurrencyCode(),
                        card.face(),
                        card.store().id(),
                        card.order(),
                        card.lineNo(),
                        "",
                        card.at()))
                .toList());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(List<TakenBack> lines) {
        if (lines.isEmpty()) {
            return;
        }
        record Line(UUID order, int lineNo) {}
        record SoldCard(long key, String digits, BigDecimal face) {}
        Map<Line, SoldCard> sold = new HashMap<>();
        jdbc.sql("select id, order_id, line_no, digits, issued from gift_card where order_id in (:orders)")
                .param(
                        "orders",
                        lines.stream()
                                .map(line -> line.order().toString())
                                .distinct()
                                .toList())
                .query(row -> {
                    sold.put(
                            new Line(UUID.fromString(row.getString("order_id")), row.getInt("line_no")),
                            new SoldCard(row.getLong("id"), row.getString("digits"), row.getBigDecimal("issued")));
                });
        List<CardLedger.Move> moves = new ArrayList<>();
        for (TakenBack line : lines) {
            SoldCard card = sold.get(new Line(line.order(), line.lineNo()));
            if (card == null) {
                continue;
            }
            if (line.quantity().compareTo(BigDecimal.ONE) != 0) {
                throw new ShopException(
                        GiftCardError.INVALID_GIFT_CARD, "Cannot take back a part of gift card …" + card.digits());
            }
            moves.add(new CardLedger.Move(card.key(), "undo", card.face().negate(), line.takeback(), line.at()));
        }
        ledger.post(moves).ifPresent(refused -> {
            String digits = sold.values().stream()
                    .filter(card -> card.key() == refused.card())
                    .map(SoldCard::digits)
                    .findAny()
                    .orElseThrow();
            throw failure(
                    GiftCardError.GIFT_CARD_SPENT,
                    "Cannot take back gift card …" + digits + ": it was used since it was sold",
                    digits);
        });
    }

    /** By hash. */
    private Map<String, Card> byCode(Collection<GiftCardCode> codes) {
        Map<String, Card> cards = new HashMap<>();
        jdbc.sql(
                        "select id, uuid, lower(hex(code_hash)) as hash, digits, currency from gift_card where code_hash in (:hashes)")
                .param("hashes", codes.stream().map(GiftCardCode::bytes).toList())
                .query(row -> {
                    cards.put(
                            row.getString("hash"),
                            new Card(
                                    row.getLong("id"),
                                    UUID.fromString(row.getString("uuid")),
                                    row.getString("digits"),
                                    row.getString("currency")));
                });
        return cards;
    }

    /** The cards that paid of each order, by hash. */
    private Map<UUID, Map<String, Card>> payers(Collection<UUID> orders) {
        Map<UUID, Map<String, Card>> payers = new HashMap<>();
        jdbc.sql("""
                select p.order_id, c.id, c.uuid, lower(hex(c.code_hash)) as hash, c.digits, c.currency
                from gift_card_payment p
                join gift_card c on c.id = p.card_id
                where p.order_id in (:orders)
                """)
                .param("orders", orders.stream().map(UUID::toString).distinct().toList())
                .query(row -> {
                    payers.computeIfAbsent(UUID.fromString(row.getString("order_id")), order -> new HashMap<>())
                            .put(
                                    row.getString("hash"),
                                    new Card(
                                            row.getLong("id"),
                                            UUID.fromString(row.getString("uuid")),
                                            row.getString("digits"),
                                            row.getString("currency")));
                });
        return payers;
    }

    private static Card payer(Refund refund, Map<String, Card> payers) {
        GiftCardCode code = refund.code();
        if (code != null) {
            return require(payers, code);
        }
        if (payers.size() != 1) {
            throw new ShopException(
                    GiftCardError.INVALID_GIFT_CARD,
                    "Cannot refund to a gift card: " + payers.size() + " paid of the order; name one of them");
        }
        return payers.values().iterator().next();
    }

    private static Card require(Map<String, Card> cards, GiftCardCode code) {
        Card card = cards.get(code.hash());
        if (card == null) {
            throw failure(GiftCardError.UNKNOWN_GIFT_CARD, "Unknown gift card: " + code, code.digits());
        }
        return card;
    }

    private static String digits(Collection<Card> cards, long key) {
        return cards.stream()
                .filter(card -> card.key() == key)
                .map(Card::digits)
                .findAny()
                .orElseThrow();
    }

    private static ShopException failure(GiftCardError error, String message, String digits) {
        return new ShopException(error, message, Map.of("giftCard", digits));
    }
}
