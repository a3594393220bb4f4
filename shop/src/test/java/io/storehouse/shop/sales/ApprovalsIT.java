package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Returns that a manager approves by PIN. */
@ShopTest
@ExtendWith(OutputCaptureExtension.class)
class ApprovalsIT {
    private static final int MOST = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private ShopHttp service;
    private ShopHttp till;
    private String store;
    private String manager;

    @BeforeEach
    void openStore() {
        service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        people = new People(port);
        store = "Store " + UUID.randomUUID();
        service.store(store);
        service.goods("MUG");
        service.receive(store, "MUG", "10");
        manager = people.hire("store_manager", store);
        till = new ShopHttp(
                port,
                service.post("/api/v1/tills", Map.of("store", store, "code", "T1"))
                        .body()
                        .path("token")
                        .asString());
    }

    @Test
    void takesBackWithoutReceiptWhenAManagerApproves() {
        Map<String, Object> body = withoutReceipt();
        assertThat(till.post("/api/v1/returns", body).code()).isEqualTo("approval-required");

        ShopHttp.Answer accepted = till.post("/api/v1/returns", approved(body, manager, People.PIN));

        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(201);
        assertThat(approver(body)).isEqualTo(manager);
        assertThat(audited(body)).containsExactly("approval-given by T1 of till", "return-approved by T1 of till");
    }

    @Test
    void sellsAtAPriceThatAManagerApproves() {
        service.put("/api/v1/products/MUG", Map.of("name", "Mug", "price", "10", "goods", true));
        Map<String, Object> line = ShopHttp.line("MUG", "1", "8");
        Map<String, Object> order = ShopHttp.order(store, List.of(line), "8");
        order.put("occurredAt", Instant.now().toString());
        order.put("pricing", Map.of("expectedPayable", "8", "overrides", List.of(line.get("id"))));

        assertThat(till.post("/api/v1/orders", order).code()).isEqualTo("price-override-forbidden");
        assertThat(till.post("/api/v1/orders", approved(order, manager, "0000")).code())
                .isEqualTo("approval-refused");
        assertThat(till.post("/api/v1/orders", approved(order, people.hire("cashier", store), People.PIN))
                        .code())
                .isEqualTo("approval-refused");
        ShopHttp.Answer sold = till.post("/api/v1/orders", approved(order, manager, People.PIN));

        assertThat(sold.status()).as(sold.raw().body()).isEqualTo(201);
        assertThat(audited(order))
                .containsExactly(
                        "approval-refused by T1 of till",
                        "approval-refused by T1 of till",
                        "approval-given by T1 of till",
                        "prices-overridden by T1 of till");
        // what is recorded is only answered again, whatever became of the PIN
        assertThat(till.post("/api/v1/orders", approved(order, manager, "0000")).body())
                .isEqualTo(sold.body());
    }

    /** Leaving out the pricing, or calling it offline, would set a price as well. */
    @Test
    void letsNoCashierSellPastTheShopsPrices() {
        ShopHttp cashier = people.signIn(people.hire("cashier", store));
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1", "0.01")), "0.01");
        Map<String, Object> offline = new LinkedHashMap<>(order);
        offline.put("offline", true);
        offline.put("pricing", Map.of("expectedPayable", "0.01"));

        assertThat(cashier.post("/api/v1/orders", order).code()).isEqualTo("price-override-forbidden");
        assertThat(cashier.post("/api/v1/orders", offline).code()).isEqualTo("price-override-forbidden");
        assertThat(cashier.post("/api/v1/orders", approved(offline, manager, People.PIN))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void takesBackFromACashierWhoCannotApproveHimself() {
        String username = people.hire("cashier", store);
        ShopHttp cashier = people.signIn(username);
        Map<String, Object> body = withoutReceipt();

        assertThat(cashier.post("/api/v1/returns", body).code()).isEqualTo("approval-required");
        body.put("approval", "a name");
        assertThat(cashier.post("/api/v1/returns", body).code()).isEqualTo("approval-required");
        assertThat(cashier.post("/api/v1/returns", approved(body, username, People.PIN))
                        .code())
                .isEqualTo("approval-refused");
        assertThat(cashier.post("/api/v1/returns", approved(body, manager, People.PIN))
                        .status())
                .isEqualTo(201);
        assertThat(audited(body))
                .containsExactly(
                        "approval-refused by " + username + " of cashier",
                        "approval-given by " + username + " of cashier",
                        "return-approved by " + username + " of cashier");
    }

    @Test
    void asksAlsoALoggedInManagerForHisPin() {
        ShopHttp session = people.signIn(manager);
        Map<String, Object> body = withoutReceipt();

        assertThat(session.post("/api/v1/returns", body).code()).isEqualTo("approval-required");
        assertThat(session.post("/api/v1/returns", approved(body, manager, People.PIN))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void approvesAHigherPrice() {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1", "2")), "2");
        // the tender bounds the refund, so the other line pays for the difference
        order.put("lines", List.of(ShopHttp.line("MUG", "1", "2"), ShopHttp.line("MUG", "1", "3")));
        order.put("payments", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", "5")));
        assertThat(till.post("/api/v1/orders", order).status()).isEqualTo(201);
        Map<String, Object> body = withoutReceipt();
        body.put("orderId", order.get("id"));
        body.put("lines", List.of(line(1, "3")));
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", "3")));

        assertThat(till.post("/api/v1/returns", body).code()).isEqualTo("price-exceeds-sale");
        ShopHttp.Answer accepted = till.post("/api/v1/returns", approved(body, manager, People.PIN));
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(201);
        assertThat(approver(body)).isEqualTo(manager);
    }

    @Test
    void refusesWhoMayNotApproveThereInTheSameWords() {
        String elsewhere = "Elsewhere " + UUID.randomUUID();
        service.store(elsewhere);
        String gone = people.hire("store_manager", store);
        people.owner().send("DELETE", "/api/v1/staff/" + gone, null);
        Map<String, Object> body = withoutReceipt();
        String refusal = till.post("/api/v1/returns", approved(body, manager, "0000"))
                .raw()
                .body();

        for (String username : List.of(
                people.hire("store_manager", elsewhere),
                people.hire("buyer", store),
                gone,
                "nobody-at-all",
                manager + " ",
                "owner")) {
            ShopHttp.Answer refused = till.post("/api/v1/returns", approved(body, username, People.PIN));
            assertThat(refused.status()).as(username).isEqualTo(403);
            assertThat(refused.code()).as(username).isEqualTo("approval-refused");
            assertThat(refused.raw().body()).as(username).isEqualTo(refusal);
        }
        assertThat(till.post("/api/v1/returns", approved(body, people.hire("owner"), People.PIN))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void looksAtNoMorePinsThanAllowedHoweverManyComeAtOnce() {
        List<ShopHttp.Answer> answers = AtOnce.run(
                50,
                i -> till.post("/api/v1/returns", approved(withoutReceipt(), manager, Integer.toString(100_000 + i))));

        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("approval-refused"))
                .hasSize(MOST);
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("too-many-approvals"))
                .hasSize(50 - MOST)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.raw()
                                    .headers()
                                    .firstValueAsLong("Retry-After")
                                    .orElse(0))
                            .isBetween(1L, 301L);
                });
        ShopHttp.Answer right = till.post("/api/v1/returns", approved(withoutReceipt(), manager, People.PIN));
        assertThat(right.code()).isEqualTo("too-many-approvals");
        assertThat(right.body().path("detail").asString()).startsWith("Cannot approve: too many wrong PINs; wait");
        String other = people.hire("store_manager", store);
        assertThat(till.post("/api/v1/returns", approved(withoutReceipt(), other, People.PIN))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void letsApproveAgainWhenTheOwnerSetsThePin() {
        IntStream.range(0, MOST)
                .forEach(i -> till.post("/api/v1/returns", approved(withoutReceipt(), manager, "0000")));
        assertThat(till.post("/api/v1/returns", approved(withoutReceipt(), manager, People.PIN))
                        .status())
                .isEqualTo(429);

        people.owner().put("/api/v1/staff/" + manager + "/pin", Map.of("pin", "2468"));

        assertThat(till.post("/api/v1/returns", approved(withoutReceipt(), manager, "2468"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void answersAgainWhateverBecameOfThePin() {
        Map<String, Object> body = approved(withoutReceipt(), manager, People.PIN);
        ShopHttp.Answer first = till.post("/api/v1/returns", body);
        people.owner().send("DELETE", "/api/v1/staff/" + manager, null);

        ShopHttp.Answer again = till.post("/api/v1/returns", body);
        ShopHttp.Answer otherPin = till.post("/api/v1/returns", approved(body, manager, "0000"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(otherPin.body()).isEqualTo(first.body());
        body.put("occurredAt", "2026-03-03T10:00:01Z");
        assertThat(till.post("/api/v1/returns", body).code()).isEqualTo("idempotency-conflict");
        assertThat(audited(body)).containsExactly("approval-given by T1 of till", "return-approved by T1 of till");
    }

    @Test
    void recordsNoApprovedReturnThatWasNotTaken() {
        Map<String, Object> body = approved(withoutReceipt(), manager, People.PIN);
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "cash", "amount", "999")));

        assertThat(till.post("/api/v1/returns", body).status()).isEqualTo(422);

        assertThat(audited(body)).containsExactly("approval-given by T1 of till");
    }

    @Test
    void keepsAsApproverWhomTheOwnerAndTheServiceName() {
        Map<String, Object> named = withoutReceipt();
        named.put("approval", "Mrs Smith");
        Map<String, Object> unnamed = withoutReceipt();

        assertThat(service.post("/api/v1/returns", named).status()).isEqualTo(201);
        assertThat(people.owner().post("/api/v1/returns", unnamed).status()).isEqualTo(201);

        assertThat(approver(named)).isEqualTo("Mrs Smith");
        assertThat(approver(unnamed)).isEqualTo("owner");
    }

    @Test
    void keepsThePinNowhere(CapturedOutput output) {
        String pin = "83920175";
        people.owner().put("/api/v1/staff/" + manager + "/pin", Map.of("pin", pin));
        Map<String, Object> body = approved(withoutReceipt(), manager, pin);
        assertThat(till.post("/api/v1/returns", body).status()).isEqualTo(201);
        Map<String, Object> broken = new LinkedHashMap<>(body);
        broken.put("approval", Map.of("username", manager, "pin", pin, "unknown", 1));
        assertThat(till.post("/api/v1/returns", broken).raw().body()).doesNotContain(pin);

        for (String column : List.of(
                "idempotency.body",
                "outbox.payload",
                "audit_entry.details",
                "audit_entry.subject",
                "audit_entry.who")) {
            String[] parts = column.split("\\.");
            assertThat(jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " like :pin")
                            .param("pin", "%" + pin + "%")
                            .query(Long.class)
                            .single())
                    .as(column)
                    .isZero();
        }
        assertThat(output.getAll()).doesNotContain(pin);
        assertThat(new GivenApproval(manager, pin).toString()).doesNotContain(pin);
    }

    private String approver(Map<String, Object> body) {
        return jdbc.sql("select approved_by from sale_return where uuid = :id")
                .param("id", String.valueOf(body.get("id")))
                .query(String.class)
                .single();
    }

    private List<String> audited(Map<String, Object> body) {
        return jdbc.sql("""
                select concat(act, ' by ', who, ' of ', role) from audit_entry
                where subject = :id and store = :store order by id
                """)
                .param("id", String.valueOf(body.get("id")))
                .param("store", store)
                .query(String.class)
                .list();
    }

    private static Map<String, Object> approved(Map<String, Object> body, String username, String pin) {
        Map<String, Object> approved = new LinkedHashMap<>(body);
        approved.put("approval", Map.of("username", username, "pin", pin));
        return approved;
    }

    private Map<String, Object> withoutReceipt() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        body.put("lines", List.of(line(null, "2")));
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "cash", "amount", "2")));
        return body;
    }

    private static Map<String, Object> line(@Nullable Integer lineNo, String price) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("MUG", "1", price));
        line.put("orderLineNo", lineNo);
        return line;
    }
}
