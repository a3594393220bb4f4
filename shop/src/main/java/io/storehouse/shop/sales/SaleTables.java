package io.storehouse.shop.sales;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.pricing.Take;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of sale orders. */
@Component
class SaleTables {
    /** Optional texts are sent as '' and numbers as 0 to keep the parameters' types alike: the driver then sends all rows at once. */
    private static final String INSERT_ORDER = """
            insert into sale_order (
                id, uuid, number, store_id, till, customer, channel, occurred_at, recorded_at, business_date,
                business_time, currency, gross, discount, lines_total, rounding, payable, shift_id, cash_step,
                tax, tax_added, staff, gift_cards, trades)
            values (
                ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0),
                ?, ?, nullif(?, ''), ?, ?)
            """;

    /** A cost below any stands for none, and so does a rate. */
    private static final String INSERT_LINE = """
            insert into sale_line (
                order_id, line_no, uuid, sku, name, quantity, unit_price, discount, amount, goods, cogs, tax_percent, tax,
                gift_card)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1.0000), nullif(?, -1.0000), ?, ?)
            """;

    static final BigDecimal UNTAXED = new BigDecimal("-1.0000");

    private static final BigDecimal UNKNOWN_COST = new BigDecimal("-1.0000");

    private static final String INSERT_PAYMENT = """
            insert into payment (order_id, payment_no, uuid, tender, amount, tendered) values (?, ?, ?, ?, ?, nullif(?, 0))
            """;
    private static final String INSERT_TRAIL =
            Rows.insert("sale_line_trail", "order_id", "line_no", "step_no", "kind", "rule", "coupon", "amount");
    private static final String INSERT_CARD = Rows.insert("payment_card", "order_id", "payment_no", "card", "digits");
    private static final String INSERT_CAPTURED = Rows.insert("captured", "order_id", "tender", "amount");

    private final Rows rows;

    SaleTables(Rows rows) {
        this.rows = rows;
    }

    /** All but the lines, whose cost is known when the stock has moved; the staff is who sells, or null. */
    void insert(List<Sale> sales, @Nullable String staff) {
        List<@Nullable Object[]> orders = new ArrayList<>();
        List<@Nullable Object[]> payments = new ArrayList<>();
        List<@Nullable Object[]> captured = new ArrayList<>();
        List<@Nullable Object[]> trail = new ArrayList<>();
        for (Sale sale : sales) {
            orders.add(order(sale, staff));
            addTrail(trail, sale);
            SortedMap<String, BigDecimal> byTender = new TreeMap<>();
            int paymentNo = 0;
            for (Tendered payment : sale.order().payments()) {
                paymentNo++;
                payments.add(new @Nullable Object[] {
                    sale.key(),
                    paymentNo,
                    payment.id(),
                    payment.tender(),
                    payment.amount(),
                    payment.tendered() == null ? BigDecimal.ZERO : payment.tendered()
                });
                byTender.merge(payment.tender(), payment.amount(), BigDecimal::add);
            }
            byTender.forEach((tender, amount) -> captured.add(new @Nullable Object[] {sale.key(), tender, amount}));
        }
        rows.write(INSERT_ORDER, orders);
        rows.write(INSERT_PAYMENT, payments);
        rows.write(INSERT_CAPTURED, captured);
        rows.write(INSERT_TRAIL, trail);
    }

    /** Remembers which gift cards paid; by payment. */
    void insertCards(List<Sale> sales, Map<UUID, UUID> cards) {
        List<@Nullable Object[]> inserts = new ArrayList<>();
        for (Sale sale : sales) {
            int paymentNo = 0;
            for (Tendered payment : sale.order().payments()) {
                paymentNo++;
                if (payment.giftCard() != null) {
                    inserts.add(new @Nullable Object[] {
                        sale.key(),
                        paymentNo,
                        cards.get(payment.id()),
                        payment.giftCard().digits()
                    });
                }
            }
        }
        rows.write(INSERT_CARD, inserts);
    }

    private static void addTrail(List<@Nullable Object[]> trail, Sale sale) {
        int lineNo = 0;
        for (List<Take> takes : sale.priced().trail()) {
            lineNo++;
            int stepNo = 0;
            for (Take take : takes) {
                stepNo++;
                trail.add(new @Nullable Object[] {
                    sale.key(), lineNo, stepNo, take.kind().code(), take.rule(), take.coupon(), take.amount()
                });
            }
        }
    }

    /** The lines with what they cost, by the moves of their order. */
    void insertLines(List<Sale> sales, List<List<StockMove>> moves) {
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (int i = 0; i < sales.size(); i++) {
            Sale sale = sales.get(i);
            CostShares costs = new CostShares(moves.get(i));
            for (Sale.Line line : sale.lines()) {
                PlaceOrder.Line ordered = line.ordered();
                lines.add(line(
                        sale,
                        line,
                        costs.next(ordered.sku(), ordered.quantity()).orElse(UNKNOWN_COST)));
            }
        }
        rows.write(INSERT_LINE, lines);
    }

    private static @Nullable Object[] order(Sale sale, @Nullable String staff) {
        PlaceOrder order = sale.order();
        return new @Nullable Object[] {
            sale.key(),
            order.id(),
            sale.number(),
            sale.store().id(),
            order.till() == null ? "" : order.till(),
            order.customer() == null ? "" : order.customer(),
            order.channel().code(),
            Rows.utc(order.occurredAt()),
            Rows.utc(sale.recordedAt()),
            sale.businessTime().date(),
            sale.businessTime().time(),
            sale.store().currency().getCurrencyCode(),
            sale.gross(),
            sale.discount(),
            sale.settlement().linesTotal(),
            sale.settlement().rounding(),
            sale.settlement().payable(),
            sale.shift().orElse(0),
            sale.store().cashStep() == null ? BigDecimal.ZERO : sale.store().cashStep(),
            sale.taxed().tax(),
            sale.taxed().added(),
            staff == null ? "" : staff,
            sale.giftCards(),
            sale.trades()
        };
    }

    private static @Nullable Object[] line(Sale sale, Sale.Line line, BigDecimal cogs) {
        PlaceOrder.Line ordered = line.ordered();
        return new @Nullable Object[] {
            sale.key(),
            line.lineNo(),
            ordered.id(),
            ordered.sku(),
            line.name(),
            ordered.quantity(),
            ordered.unitPrice(),
            ordered.discount(),
            line.amount(),
            line.goods(),
            cogs,
            line.tax().percent() == null ? UNTAXED : line.tax().percent(),
            line.tax().tax(),
            ordered.giftCard() != null
        };
    }
}
