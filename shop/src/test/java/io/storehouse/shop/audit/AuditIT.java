package io.storehouse.shop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ShopTest
class AuditIT {
    private static final AuditTable.Filter ALL = new AuditTable.Filter(null, null, null, null, Sort.NEWEST);

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditTable table;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private People people;
    private String store;

    private enum Act implements AuditAct {
        TESTED,
        TRIED
    }

    @BeforeEach
    void openStore() {
        people = new People(port);
        store = "Store " + UUID.randomUUID();
        people.owner().store(store);
    }

    @Test
    void recordsTheFactsThatSomebodysRequestMakes() {
        String manager = people.hire("store_manager", store);
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        String sku = "AUD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        shop.put("/api/v1/products/" + sku, Map.of("name", "Mug", "price", "5", "goods", true));
        shop.receive(store, sku, "10");
        Map<String, Object> adjustment = Map.of(
                "id",
                UUID.randomUUID(),
                "reference",
                "A1",
                "store",
                store,
                "occurredAt",
                "2026-03-02T10:00:00Z",
                "lines",
                List.of(Map.of("sku", sku, "quantity", "-1", "reason", "broken")));

        ShopHttp.Answer adjusted = people.signIn(manager).post("/api/v1/stock/adjustments", adjustment);

        assertThat(adjusted.status()).as(adjusted.raw().body()).isEqualTo(201);
        people.signIn(manager).post("/api/v1/stock/adjustments", adjustment);
        List<AuditView> seen = log("stock-adjusted");
        assertThat(seen).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(manager);
            assertThat(entry.role()).isEqualTo("store_manager");
            assertThat(entry.subject()).isEqualTo(String.valueOf(adjustment.get("id")));
            assertThat(jdbc.sql("select type from outbox where event_id = :id")
                            .param("id", entry.details().get("event"))
                            .query(String.class)
                            .single())
                    .isEqualTo("stock_adjusted");
        });
    }

    @Test
    void recordsPricesSetByHand() {
        String manager = people.hire("store_manager", store);
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        String sku = "AUD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        shop.put("/api/v1/products/" + sku, Map.of("name", "Mug", "price", "5", "goods", false));
        Map<String, Object> line = ShopHttp.line(sku, "1", "4");
        Map<String, Object> order = ShopHttp.order(store, List.of(line), "4");
        order.put("pricing", Map.of("expectedPayable", "4", "overrides", List.of(line.get("id"))));

        assertThat(people.signIn(manager).post("/api/v1/orders", order).status())
                .isEqualTo(201);

        assertThat(log("prices-overridden")).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(manager);
            assertThat(entry.subject()).isEqualTo(String.valueOf(order.get("id")));
            assertThat(entry.details()).containsEntry("lines", "1");
        });
    }

    @Test
    void recordsAClosedPeriodOnce() {
        ShopHttp owner = people.owner();
        for (int i = 0; i < 2; i++) {
            assertThat(owner.put("/api/v1/stock/periods/" + ShopHttp.encode(store), Map.of("closedUntil", "2026-02-28"))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(log("period-closed"))
                .hasSize(1)
                .first()
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("2026-02-28"));
    }

    private List<AuditView> log(String act) {
        return table.page(
                StoreScope.of(List.of(store)), new AuditTable.Filter(act, null, null, null, Sort.NEWEST), null, 100);
    }

    @Test
    void refusesToChangeOrDelete() {
        record(AuditEntry.of(Act.TESTED, store, "subject"));

        assertThatThrownBy(() -> jdbc.sql("update audit_entry set who = 'nobody' where store = :store")
                        .param("store", store)
                        .update())
                .hasStackTraceContaining("The audit log is append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry where store = :store")
                        .param("store", store)
                        .update())
                .hasStackTraceContaining("The audit log is append-only");
        assertThat(subjects("?act=tested&store=" + ShopHttp.encode(store))).containsExactly("subject");
    }

    @Test
    void isThereWithTheActOrNotAtAll() {
        assertThatIllegalStateException()
                .isThrownBy(() -> audit.record(AuditEntry.of(Act.TESTED, store, "outside")))
                .withMessage("Cannot record an act outside the transaction that it belongs to");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.record(AuditEntry.of(Act.TESTED, store, "undone"));
            status.setRollbackOnly();
        });

        assertThat(subjects("?act=tested&store=" + ShopHttp.encode(store))).isEmpty();
    }

    @Test
    void recordsWhoDidWhatWhere() {
        ShopHttp service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        Instant before = Instant.now().minusSeconds(1);
        service.post("/api/v1/tills", Map.of("store", store, "code", "T9"));

        JsonNode entry = page("?store=" + ShopHttp.encode(store)).path(0);

        assertThat(entry.path("who").asString()).isEqualTo("service");
        assertThat(entry.path("role").asString()).isEqualTo("service");
        assertThat(entry.path("store").asString()).isEqualTo(store);
        assertThat(entry.path("act").asString()).isEqualTo("till-token-issued");
        assertThat(entry.path("subject").asString()).isEqualTo("T9");
        assertThat(Instant.parse(entry.path("at").asString())).isAfter(before).isBefore(Instant.now());
    }

    @Test
    void recordsThatSomeoneCameIn() {
        String username = people.hire("cashier", store);
        people.signIn(username);
        new ShopHttp(port, null).post("/api/v1/session", Map.of("username", username, "password", "wrong"));

        assertThat(acts("?who=" + username)).containsExactly("login-succeeded");
        assertThat(jdbc.sql("select concat(act, ' by ', who) from audit_entry where subject = :username order by id")
                        .param("username", username)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "staff-created by owner",
                        "password-set by owner",
                        "pin-set by owner",
                        "login-succeeded by " + username,
                        "login-failed by unknown");
    }

    @Test
    void pagesByKeyNewestFirstThoughManyComeAtOneInstant() {
        List<AuditEntry> entries = IntStream.range(0, 25)
                .mapToObj(i -> AuditEntry.of(Act.TESTED, store, "s" + i))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> audit.record(entries));

        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            JsonNode rows = page("?limit=10&act=tested&store=" + ShopHttp.encode(store) + after);
            rows.valueStream().forEach(row -> seen.add(row.path("subject").asString()));
            if (rows.size() > 0) {
                after = "&after=" + rows.path(rows.size() - 1).path("id").asString();
            }
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "s" + (24 - i)).toList());
    }

    @Test
    void filtersByActWhoStoreAndTime() {
        String who = "who-" + UUID.randomUUID();
        record(AuditEntry.of(Act.TESTED, store, "one").by(new Actor(who, "cashier")));
        record(AuditEntry.of(Act.TRIED, store, "two").by(new Actor(who, "cashier")));
        record(AuditEntry.of(Act.TRIED, null, "three").by(new Actor(who, "cashier")));
        String second = page("?act=tried&who=" + who + "&store=" + ShopHttp.encode(store))
                .path(0)
                .path("at")
                .asString();

        assertThat(subjects("?who=" + who)).containsExactly("three", "two", "one");
        assertThat(subjects("?act=tried&who=" + who)).containsExactly("three", "two");
        assertThat(subjects("?store=" + ShopHttp.encode(store) + "&who=" + who)).containsExactly("two", "one");
        assertThat(subjects("?who=" + who + "&until=" + second)).containsExactly("one");
        assertThat(subjects("?who=" + who + "&from=" + second)).containsExactly("three", "two");
        assertThat(people.owner().get("/api/v1/audit?from=yesterday").status()).isEqualTo(400);
        assertThat(people.owner().get("/api/v1/audit?limit=1001").status()).isEqualTo(400);
    }

    @Test
    void showsAManagerTheActsInHisStoresOnly() {
        String other = "Other " + UUID.randomUUID();
        people.owner().store(other);
        record(AuditEntry.of(Act.TESTED, store, "own"));
        record(AuditEntry.of(Act.TESTED, other, "foreign"));
        record(AuditEntry.of(Act.TESTED, null, "chain"));
        ShopHttp manager = people.signIn(people.hire("store_manager", store));

        List<String> seen = manager.get("/api/v1/audit?act=tested&limit=1000")
                .body()
                .valueStream()
                .map(row -> row.path("subject").asString())
                .toList();

        assertThat(seen).containsExactly("own");
        assertThat(manager.get("/api/v1/audit?store=" + ShopHttp.encode(other)).status())
                .isEqualTo(403);
    }

    @Test
    void readsByAnIndex() {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.executeWithoutResult(status -> audit.record(IntStream.range(0, 20_000)
                .mapToObj(i -> AuditEntry.of(i % 2 == 0 ? Act.TESTED : Act.TRIED, "Bulk " + i % 50, "s")
                        .by(new Actor("bulk-" + i % 100, "cashier")))
                .toList()));
        jdbc.sql("analyze table audit_entry").query().listOfRows();
        Instant now = Instant.now();

        assertThat(key(StoreScope.everywhere(), ALL, null)).isEqualTo("audit_entry_at");
        assertThat(key(StoreScope.everywhere(), ALL, 10L)).isEqualTo("audit_entry_at");
        assertThat(key(StoreScope.of(List.of("Bulk 7")), ALL, null)).isEqualTo("audit_entry_store");
        assertThat(key(StoreScope.of(List.of("Bulk 7", "Bulk 8")), ALL, null))
                .isIn("audit_entry_store", "audit_entry_at");
        assertThat(key(StoreScope.everywhere(), new AuditTable.Filter("pin-set", null, null, null, Sort.NEWEST), null))
                .isEqualTo("audit_entry_act");
        assertThat(key(StoreScope.everywhere(), new AuditTable.Filter(null, "bulk-3", null, null, Sort.NEWEST), null))
                .isEqualTo("audit_entry_who");
        assertThat(key(
                        StoreScope.everywhere(),
                        new AuditTable.Filter(null, null, now.minusSeconds(9), now, Sort.NEWEST),
                        null))
                .isEqualTo("audit_entry_at");
    }

    private @Nullable Object key(StoreScope scope, AuditTable.Filter filter, @Nullable Long after) {
        AuditTable.Query query = AuditTable.query(scope, filter, after);
        List<Map<String, Object>> plan = jdbc.sql("explain " + query.sql() + "limit 100")
                .params(query.parameters())
                .query()
                .listOfRows();
        assertThat(plan)
                .allSatisfy(row -> assertThat(String.valueOf(row.get("Extra")))
                        .as("%s", plan)
                        .doesNotContain(scope.codes().size() > 1 ? "temporary" : "filesort"));
        return plan.get(0).get("key");
    }

    private void record(AuditEntry entry) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> audit.record(entry));
    }

    private JsonNode page(String query) {
        ShopHttp.Answer answer = people.owner().get("/api/v1/audit" + query);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> subjects(String query) {
        return page(query)
                .valueStream()
                .map(row -> row.path("subject").asString())
                .toList();
    }

    private List<String> acts(String query) {
        return page(query).valueStream().map(row -> row.path("act").asString()).toList();
    }
}
