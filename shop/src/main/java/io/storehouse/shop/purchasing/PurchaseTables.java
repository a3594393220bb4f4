package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as they are written. Whoever changes one updates its row first, by state and version, and so holds it to the end of the
 * transaction; the lines are guarded by conditions of their own all the same.
 */
@Component
class PurchaseTables {
    private static final String INSERT = Rows.insert(
            "purchase_order",
            "id",
            "uuid",
            "number",
            "supplier",
            "store_id",
            "state",
            "version",
            "over_percent",
            "expected_on",
            "created_by",
            "created_at");
    private static final String INSERT_LINE = Rows.insert(
            "purchase_line",
            "order_id",
            "line_no",
            "store_id",
            "sku",
            "pack",
            "factor",
            "quantity",
            "unit_cost",
            "most");
    private static final String RECEIVE = """
            update purchase_line set received = received + ?
            where order_id = ? and line_no = ? and received + ? <= most
            """;
    private static final String GIVE_BACK = """
            update purchase_line set returned = returned + ?
            where order_id = ? and line_no = ? and returned + ? <= received
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final PurchaseViews views;

    PurchaseTables(JdbcClient jdbc, Rows rows, PurchaseViews views) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.views = views;
    }

    OrderHead one(UUID id) {
        return views.head(id)
                .orElseThrow(() -> new ShopException(
                        PurchasingError.PURCHASE_ORDER_NOT_FOUND, "There is no purchase order " + id));
    }

    void insert(OrderHead order, List<PurchaseLine> lines) {
        rows.write(INSERT, List.<@Nullable Object[]>of(new @Nullable Object[] {
            order.key(),
            order.id(),
            order.number(),
            order.supplier(),
            order.storeId(),
            order.state().code(),
            order.version(),
            order.overPercent(),
            order.expectedOn(),
            order.createdBy(),
            Rows.utc(order.createdAt())
        }));
        insertLines(order, lines);
    }

    void replace(OrderHead order, OrderContent content, List<PurchaseLine> lines) {
        jdbc.sql("""
                update purchase_order set supplier = :supplier, over_percent = :over, expected_on = :expected
                where id = :id
                """)
                .param("supplier", content.supplier())
                .param("over", content.overPercent())
                .param("expected", content.expectedOn())
                .param("id", order.key())
                .update();
        jdbc.sql("delete from purchase_line where order_id = :id")
                .param("id", order.key())
                .update();
        insertLines(order, lines);
    }

    /**
     * Compare-and-set of state and version.
     *
     * @throws ShopException {@code purchase-order-changed}
     */
    void advance(Purchase<?> purchase, long version, List<OrderState> from, OrderState to, String what) {
        int changed = jdbc.sql("""
                update purchase_order set state = :to, version = version + 1
                where id = :id and version = :version and state in (:from)
                """)
                .param("to", to.code())
                .param("id", purchase.order().key())
                .param("version", version)
                .param("from", from.stream().map(OrderState::code).toList())
                .update();
        if (changed != 1) {
            throw one(purchase.order().id()).changed(what);
        }
    }

    /**
     * Takes the order's row for goods that move, in whatever version it is.
     *
     * @return the version that this makes
     * @throws ShopException {@code purchase-order-changed} when it is in none of the states
     */
    long claim(Purchase<?> purchase, List<OrderState> in, String what) {
        int changed = jdbc.sql("""
                update purchase_order set version = version + 1 where id = :id and state in (:in)
                """)
                .param("id", purchase.order().key())
                .param("in", in.stream().map(OrderState::code).toList())
                .update();
        OrderHead now = one(purchase.order().id());
        if (changed != 1) {
            throw now.changed(what);
        }
        return now.version();
    }

    /** Whether the order's lines count as incoming. */
    void await(OrderHead order, OrderState state) {
        jdbc.sql("update purchase_line set awaited = :awaited where order_id = :id")
                .param("awaited", state.isAwaited())
                .param("id", order.key())
                .update();
    }

    void settle(OrderHead order, OrderState state) {
        jdbc.sql("update purchase_order set state = :state where id = :id")
                .param("state", state.code())
                .param("id", order.key())
                .update();
        if (!state.isAwaited()) {
            await(order, state);
        }
    }

    /** Adds to what came in; the order's lines after that, by number. */
    Map<Integer, PurchaseLine> receive(OrderHead order, List<MoveGoods.Line> moved) {
        return move(RECEIVE, order, moved, PurchasingError.OVER_RECEIPT);
    }

    /** Adds to what went back; the order's lines after that, by number. */
    Map<Integer, PurchaseLine> giveBack(OrderHead order, List<MoveGoods.Line> moved) {
        return move(GIVE_BACK, order, moved, PurchasingError.OVER_RETURN);
    }

    private Map<Integer, PurchaseLine> move(
            String update, OrderHead order, List<MoveGoods.Line> moved, PurchasingError refusal) {
        List<MoveGoods.Line> sorted = moved.stream()
                .sorted(Comparator.comparingInt(MoveGoods.Line::lineNo))
                .toList();
        int[] counts = rows.write(
                update,
                sorted.stream()
                        .map(line ->
                                new @Nullable Object[] {line.quantity(), order.key(), line.lineNo(), line.quantity()})
                        .toList());
        Map<Integer, PurchaseLine> lines = new TreeMap<>();
        views.lines(order.key()).forEach(line -> lines.put(line.lineNo(), line));
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            int lineNo = sorted.get(i).lineNo();
            if (!lines.containsKey(lineNo)) {
                throw PurchaseLine.invalid("Invalid line " + lineNo + ": " + order.number() + " does not have it");
            }
            if (counts[i] != 1) {
                refused.add(lineNo);
            }
        }
        if (!refused.isEmpty()) {
            throw new ShopException(
                    refusal,
                    "Cannot move so much of " + order.number() + ": line "
                            + String.join(
                                    ", ", refused.stream().map(String::valueOf).toList()),
                    Map.of("lines", refused));
        }
        return lines;
    }

    void addMovement(Purchase<MoveGoods> purchase, String kind) {
        MoveGoods command = purchase.command();
        jdbc.sql("""
                insert into purchase_movement (
                    id, uuid, kind, order_id, reference, occurred_at, recorded_at, recorded_by)
                values (:id, :uuid, :kind, :order, :reference, :occurred, :recorded, :by)
                """)
                .param("id", purchase.key())
                .param("uuid", command.id().toString())
                .param("kind", kind)
                .param("order", purchase.order().key())
                .param("reference", command.reference())
                .param("occurred", Rows.utc(command.occurredAt()))
                .param("recorded", Rows.utc(purchase.recordedAt()))
                .param("by", command.by())
                .update();
        rows.write(
                Rows.insert("purchase_movement_line", "movement_id", "line_no", "quantity", "reason"),
                command.lines().stream()
                        .map(line ->
                                new @Nullable Object[] {purchase.key(), line.lineNo(), line.quantity(), line.reason()})
                        .toList());
    }

    void addStep(Purchase<?> purchase, String step, OrderState state, long version) {
        rows.write(
                Rows.insert("purchase_step", "order_id", "version", "step", "state", "taken_by", "taken_at"),
                List.<@Nullable Object[]>of(new @Nullable Object[] {
                    purchase.order().key(),
                    version,
                    step,
                    state.code(),
                    purchase.command().by(),
                    Rows.utc(purchase.recordedAt())
                }));
    }

    private void insertLines(OrderHead order, List<PurchaseLine> lines) {
        rows.write(
                INSERT_LINE,
                lines.stream()
                        .map(line -> new @Nullable Object[] {
                            order.key(),
                            line.lineNo(),
                            order.storeId(),
                            line.sku(),
                            line.pack(),
                            line.factor(),
                            line.quantity(),
                            line.unitCost(),
                            line.most()
                        })
                        .toList());
    }
}
