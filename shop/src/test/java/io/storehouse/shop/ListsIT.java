package io.storehouse.shop;

import static io.storehouse.shop.Listed.filters;
import static io.storehouse.shop.Listed.indexes;
import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.Listed.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Every list of documents, under each of its filters and in both orders: page by page while rows come in, as a file, and how the
 * database reads it. Rows are in states that no clockwork picks up.
 */
@ShopTest
@Import(StatementsIT.Counting.class)
@TestPropertySource(properties = {"storehouse.stock.expiry-interval=24h", "storehouse.flash-sale.interval=24h"})
class ListsIT {
    private static final Predicate<Set<String>> WHERE_TIMES_ARE_GIVEN = asked -> asked.contains("from");
    private static final Predicate<Set<String>> NEVER = asked -> false;

    private static final String SHIFT = """
            insert into shift (
                id, uuid, register_id, store_id, kind, currency, business_date, opened_at, opened_by, closed_at, opening_float)
            values (
                :id, :uuid, (select id from register where store_id = :store and code = %s), :store, %s, 'GBP', :day, :at, 'x',
                if('%s' = 'open', null, :at), 0)
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private Tills tills;
    private String at;
    private int store;

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        at = "store=" + ShopHttp.encode(tills.store()) + "&";
        store = jdbc.sql("select id from store where code = ?")
                .param(tills.store())
                .query(Integer.class)
                .single();
    }

    @Test
    void returns() {
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        List<String> orders = List.of(order(), order());
        tills.register("R1");
        tills.register("R2");
        List<String> shifts = List.of(tills.open("R1", "0"), tills.open("R2", "0"));
        check(
                new Listed(
                        "returns?" + at,
                        "r",
                        "id",
                        "to",
                        true,
                        filters("order", orders, "shift", shifts, "customer", List.of("ADA", "BOB")),
                        indexes(
                                "order",
                                "sale_return_order",
                                "shift",
                                "sale_return_shift",
                                "customer",
                                "sale_return_customer",
                                "from",
                                "sale_return_day",
                                "",
                                "sale_return_store"),
                        asked -> !asked.contains("order")
                                && !asked.contains("shift")
                                && (asked.contains("customer") || asked.contains("from")),
                        row -> insert("""
                                insert into sale_return (
                                    id, uuid, number, order_id, store_id, customer, channel, occurred_at, recorded_at,
                                    business_date, business_time, currency, lines_total, rounding, payable, shift_id)
                                values (
                                    :id, :uuid, 'N', (select id from sale_order where uuid = :order), :store, :customer,
                                    'till', :at, :at, :day, '10:00', 'GBP', 1, 0, 1,
                                    (select id from shift where uuid = :shift))
                                """, row)),
                "sale_return");
    }

    private String order() {
        Map<String, Object> order = ShopHttp.order(tills.store(), List.of(ShopHttp.line("POST", "1", "1")), "1");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        return String.valueOf(order.get("id"));
    }

    @Test
    void shifts() {
        tills.register("R1");
        tills.register("R2");
        check(
                new Listed(
                        "shifts?state=closed&" + at,
                        "s",
                        "id",
                        "to",
                        true,
                        filters("register", List.of("R1", "R2"), "kind", List.of("regular", "rescue")),
                        indexes("from", "shift_day", "register", "shift_register", "", "shift_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> insert(SHIFT.formatted(":register", ":kind", "closed"), row)),
                "shift");
    }

    @Test
    void openShifts() {
        check(
                new Listed(
                        "shifts?" + at,
                        "s",
                        "id",
                        "to",
                        true,
                        filters("state", List.of("open", "closed")),
                        indexes("from", "shift_day", "state", "shift_still_open", "", "shift_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> {
                            insert("insert into register (store_id, code, name) values (:store, :id, 'x')", row);
                            boolean open = "open".equals(row.values().get("state"));
                            insert(SHIFT.formatted(":id", "'regular'", open ? "open" : "closed"), row);
                            ;
                        }),
                "shift");
    }

    @Test
    void transfers() {
        for (String side : List.of("source", "destination")) {
            openStore();
            check(
                    new Listed(
                            "stock/transfers?side=" + side + "&" + at,
                            "w",
                            "id",
                            "to",
                            false,
                            filters("state", List.of("received", "cancelled")),
                            indexes(
                                    "from",
                                    "stock_transfer_" + side + "_day",
                                    "state",
                                    "stock_transfer_" + side + "_state",
                                    "",
                                    "stock_transfer_" + side),
                            WHERE_TIMES_ARE_GIVEN,
                            row -> {
                                insert("""
                                        insert into stock_transfer (
                                            id, uuid, reference, source_id, destination_id, state, occurred_at, recorded_at,
                                            business_date)
                                        values (:id, :uuid, 'T', :store, :store, :state, :at, :at, :day)
                                        """, row);
                                insert("""
                                        insert into stock_transfer_line (transfer_id, sku, quantity, value)
                                        values (:id, 'A', 1, 1), (:id, 'B', 1, 1)
                                        """, row);
                            }),
                    "stock_transfer");
        }
    }

    @Test
    void counts() {
        check(
                new Listed(
                        "stock/counts?" + at,
                        "c",
                        "id",
                        "to",
                        false,
                        filters("state", List.of("finished", "cancelled")),
                        indexes("from", "stock_count_day", "state", "stock_count_state", "", "stock_count_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> insert("""
                                insert into stock_count (
                                    id, uuid, reference, store_id, state, occurred_at, recorded_at, business_date)
                                values (:id, :uuid, 'C', :store, :state, :at, :at, :day)
                                """, row)),
                "stock_count");
    }

    @Test
    void reservations() {
        check(
                new Listed(
                        "stock/reservations?" + at,
                        "w",
                        "id",
                        "to",
                        false,
                        filters("state", List.of("released", "consumed")),
                        indexes(
                                "from",
                                "stock_reservation_day",
                                "state",
                                "stock_reservation_state",
                                "",
                                "stock_reservation_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> {
                            insert("""
                                    insert into stock_reservation (
                                        id, uuid, reference, store_id, state, occurred_at, recorded_at, business_date,
                                        expires_at)
                                    values (:id, :uuid, 'R', :store, :state, :at, :at, :day, '9999-12-31')
                                    """, row);
                            insert("""
                                    insert into stock_reservation_line (reservation_id, sku, quantity)
                                    values (:id, 'A', 1), (:id, 'B', 1)
                                    """, row);
                        }),
                "stock_reservation");
    }

    @Test
    void movesOfASku() {
        for (String path : List.of("stock/moves", "stock/ledger")) {
            String sku = "LISTS-" + UUID.randomUUID();
            shop.goods(sku);
            Listed listed = new Listed(
                    path + "?sku=" + sku + "&" + at,
                    "stock_move",
                    "version",
                    "to",
                    false,
                    filters("kind", List.of("receipt", "adjustment")),
                    indexes("", "PRIMARY"),
                    NEVER,
                    row -> move(sku, row));
            listed.new Filled(shop, 1, Long::toString).check();
        }
    }

    private void move(String sku, Row row) {
        boolean receipt = "receipt".equals(row.values().get("kind"));
        Map<String, Object> line = receipt
                ? Map.of("sku", sku, "quantity", "1", "unitCost", "1")
                : Map.of("sku", sku, "quantity", "1", "reason", "found");
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "id",
                UUID.randomUUID(),
                "reference",
                "M",
                "store",
                tills.store(),
                "occurredAt",
                row.day() + "T10:00:00Z",
                "lines",
                List.of(line)));
        if (receipt) {
            body.put("assumed", false);
        }
        ShopHttp.Answer answer = shop.post("/api/v1/stock/" + row.values().get("kind") + "s", body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    @Test
    void purchaseOrders() {
        check(
                new Listed(
                        "purchase-orders?" + at,
                        "o",
                        "id",
                        "until",
                        true,
                        filters("state", List.of("CLOSED", "CANCELLED"), "supplier", List.of("S1", "S2")),
                        indexes(
                                "from",
                                "purchase_order_time",
                                "supplier",
                                "purchase_order_supplier",
                                "state",
                                "purchase_order_state",
                                "",
                                "purchase_order_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> insert("""
                                insert into purchase_order (
                                    id, uuid, number, supplier, store_id, state, version, over_percent, created_by, created_at)
                                values (:id, :uuid, 'P', :supplier, :store, lower(:state), 1, 0, 'x', :at)
                                """, row)),
                "purchase_order");
    }

    @Test
    void heldSales() {
        check(
                new Listed(
                        "held-sales?" + at,
                        "h",
                        "id",
                        "",
                        false,
                        filters("till", List.of("T1", "T2")),
                        indexes("", "held_sale_store"),
                        NEVER,
                        row -> insert("""
                                insert into held_sale (id, uuid, store_id, till, cart, held_at, held_by, expires_at)
                                values (:id, :uuid, :store, :till, '[]', :at, 'x', :at)
                                """, row)),
                "held_sale");
    }

    @Test
    void flashSales() {
        check(
                new Listed(
                        "flash-sales?" + at,
                        "f",
                        "id",
                        "until",
                        false,
                        filters("state", List.of("cancelled", "ended")),
                        indexes(
                                "from",
                                "flash_sale_store_start",
                                "state",
                                "flash_sale_store_state",
                                "",
                                "flash_sale_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> insert("""
                                insert into flash_sale (
                                    id, uuid, name, store_id, sku, price, quota, remaining, starts_at, ends_at, pay_seconds,
                                    state, version, hold_id)
                                values (:id, :uuid, 'F', :store, 'A', 1, 1, 1, :at, :at, 1, :state, 1, :uuid)
                                """, row)),
                "flash_sale");
    }

    @Test
    void notifications() {
        check(
                new Listed(
                        "notifications?" + at,
                        "n",
                        "id",
                        "until",
                        true,
                        filters("status", List.of("sent", "dropped")),
                        indexes(
                                "from",
                                "notification_store_time",
                                "status",
                                "notification_store_status",
                                "",
                                "notification_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> notification(row, UUID.randomUUID().toString(), "C")),
                "notification");
    }

    @Test
    void notificationsOfACustomerOrAnOrder() {
        List<String> orders =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        List<String> customers = List.of("ADA-" + UUID.randomUUID(), "BOB-" + UUID.randomUUID());
        check(
                new Listed(
                        "notifications?" + at,
                        "n",
                        "id",
                        "",
                        true,
                        filters("order", orders, "customer", customers),
                        indexes(
                                "order",
                                "notification_order",
                                "customer",
                                "notification_customer",
                                "",
                                "notification_store"),
                        NEVER,
                        row -> notification(
                                row,
                                String.valueOf(row.values().get("order")),
                                String.valueOf(row.values().get("customer")))),
                "notification");
    }

    private void notification(Row row, String order, String customer) {
        Map<String, String> values = new LinkedHashMap<>(row.values());
        values.putIfAbsent("status", "sent");
        values.put("order", order);
        values.put("customer", customer);
        insert("""
                insert into notification (
                    id, uuid, event_id, channel, kind, document, order_uuid, store, customer, language, status, next_try_at,
                    expires_at, place, created_at)
                values (
                    :id, :uuid, :uuid, 'sms', 'order_paid', :uuid, :order, :code, :customer, 'en', :status, :at, :at, '-',
                    :at)
                """, new Row(row.id(), row.key(), row.day(), values));
    }

    @Test
    void giftCards() {
        check(
                new Listed(
                        "gift-cards?" + at,
                        "c",
                        "id",
                        "until",
                        true,
                        filters("state", List.of("open", "spent")),
                        indexes(
                                "from",
                                "gift_card_store_time",
                                "state",
                                "gift_card_store_spent",
                                "",
                                "gift_card_store"),
                        WHERE_TIMES_ARE_GIVEN,
                        row -> insert("""
                                insert into gift_card (
                                    id, uuid, code_hash, digits, currency, issued, balance, version, store_id, reason,
                                    issued_at)
                                values (
                                    :id, :uuid, unhex(sha2(:uuid, 256)), 'ABCD', 'GBP', 5, if(:state = 'open', 5, 0), 1,
                                    :store, 'listed', :at)
                                """, row)),
                "gift_card");
    }

    @Test
    void auditEntries() {
        String elsewhere = "Nowhere " + UUID.randomUUID();
        Listed listed = new Listed(
                "audit?store=" + ShopHttp.encode(elsewhere) + "&",
                "a",
                "id",
                "until",
                true,
                filters("act", List.of("tested", "tried"), "who", List.of("ada", "bob")),
                Map.of(),
                asked -> true,
                row -> insert("""
                        insert into audit_entry (id, at, who, role, store, act, subject, details)
                        values (:uuid, :at, :who, 'cashier', '%s', :act, 's', '{}')
                        """.formatted(elsewhere), row));
        listed.new Filled(new People(port).owner(), keyAfter("audit_entry"), key -> Long.toString(100 * key)).check();
    }

    @Test
    void refusesAnOrderThatIsNone() {
        ShopHttp owner = new People(port).owner();
        for (String path : List.of("returns", "shifts", "stock/transfers", "held-sales", "gift-cards", "audit")) {
            for (String list : List.of(path, "exports/" + path)) {
                assertThat(owner.get("/api/v1/" + list + "?sort=dearest&" + at).status())
                        .as(list)
                        .isEqualTo(400);
            }
        }
    }

    private void check(Listed listed, String table) {
        listed.new Filled(shop, keyAfter(table), key -> UUID.randomUUID().toString()).check();
    }

    private long keyAfter(String table) {
        return jdbc.sql("select coalesce(max(id), 0) + 1 from " + table)
                .query(Long.class)
                .single();
    }

    private void insert(String sql, Row row) {
        jdbc.sql(sql)
                .params(row.values())
                .param("id", row.key())
                .param("uuid", row.id())
                .param("store", store)
                .param("code", tills.store())
                .param("day", row.day())
                .param("at", row.at())
                .update();
    }
}
