package io.storehouse.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class CustomersIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String code;

    @BeforeEach
    void nameACustomer() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        code = "C-" + UUID.randomUUID();
    }

    @Test
    void makesACodeKnownWithoutTouchingWhatIsKept() {
        assertThat(shop.put(path(code), Map.of()).status()).isEqualTo(200);
        assertThat(shop.get(path(code)).body().path("personalData").isMissingNode()
                        || shop.get(path(code)).body().path("personalData").isNull())
                .isTrue();
        String phone = phone();
        keep(code, "王小明", phone, email());

        assertThat(shop.put(path(code), Map.of()).status()).isEqualTo(200);
        assertThat(shop.send("PUT", path(code), null).status()).isEqualTo(200);
        assertThat(personal(shop, code).path("phone").asString()).isEqualTo("+86" + phone);
        assertThat(events("customer_changed", code)).isEqualTo(1);
    }

    @Test
    void keepsPhoneNumbersInOneFormAndOnce() {
        String phone = phone();
        String shown = phone.substring(0, 3) + " " + phone.substring(3, 7) + "-" + phone.substring(7);
        assertThat(keep(code, "王小明", shown, null).status()).isEqualTo(200);
        assertThat(personal(shop, code).path("phone").asString()).isEqualTo("+86" + phone);

        ShopHttp.Answer taken = keep("D-" + code, "李四", "+86 " + phone, null);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("phone-taken");
        assertThat(taken.raw().body()).doesNotContain(phone);
        assertThat(shop.get(path("D-" + code)).status()).isEqualTo(404);
        assertThat(keep(code, "王小明", "+44 20 7946 0958", null).status()).isEqualTo(200);
        assertThat(personal(shop, code).path("phone").asString()).isEqualTo("+442079460958");
    }

    @Test
    void refusesWhatIsNoPersonalDataWithoutRepeatingIt() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("phone", "12345-secret"),
                Map.of("email", "secret.example.com"),
                Map.of("email", "a@b@secret.com"),
                Map.of("birthday", "2999-01-01"),
                Map.of("name", "secret" + "x".repeat(100)),
                Map.of("name", "secret\u202Ename"))) {
            ShopHttp.Answer answer = shop.put(path(code), body);
            assertThat(answer.status()).as("%s", body.keySet()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("invalid-customer");
            assertThat(answer.raw().body()).doesNotContain("secret");
        }
        assertThat(shop.get(path(code)).status()).isEqualTo(404);
    }

    @Test
    void givesAPhoneNumberToOneOfManyWhoAskAtOnce() {
        String phone = phone();
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String one = code + "-" + i;
            clients.add(() -> keep(one, "Anna", phone, null));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("phone-taken"));
        assertThat(jdbc.sql("select count(*) from customer_personal where phone = :phone")
                        .param("phone", "+86" + phone)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void showsATillMasksOnly() {
        String phone = phone();
        String email = email();
        keep(code, "王小明", phone, email);
        ShopHttp till = new Tills(port).till("T1");

        JsonNode shown = personal(till, code);

        assertThat(shown.path("name").asString()).isEqualTo("王**");
        assertThat(shown.path("phone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(shown.path("email").asString()).isEqualTo(email.charAt(0) + "***@x.example.com");
        assertThat(shown.path("birthday").asString()).isEqualTo("****-**-**");
        assertThat(shown.path("masked").asBoolean()).isTrue();
        assertThat(personal(shop, code).path("name").asString()).isEqualTo("王小明");
        ShopHttp.Answer found = till.post("/api/v1/customers/search", Map.of("phone", phone));
        assertThat(found.body().path(0).path("code").asString()).isEqualTo(code);
        assertThat(found.raw().body())
                .doesNotContain(phone)
                .doesNotContain(email)
                .doesNotContain("王小明");
        assertThat(till.get("/api/v1/customers").status()).isEqualTo(403);
        assertThat(till.get("/api/v1/transfers/customers").status()).isEqualTo(403);
        assertThat(till.put(path(code), Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(till.get(path(code) + "/profile").status()).isEqualTo(403);
    }

    @Test
    void leavesWhatIsBehindAMaskAsItIs() {
        String phone = phone();
        String email = email();
        keep(code, "王小明", phone, email);
        People people = new People(port);
        String store = "Masks " + UUID.randomUUID();
        shop.store(store);
        ShopHttp cashier = people.signIn(people.hire("cashier", store));
        JsonNode shown = personal(cashier, code);
        JsonNode before = personal(shop, code);

        ShopHttp.Answer same = cashier.put(
                path(code),
                Map.of(
                        "name", shown.path("name").asString(),
                        "phone", shown.path("phone").asString(),
                        "email", shown.path("email").asString()));

        assertThat(same.status()).as(same.raw().body()).isEqualTo(200);
        assertThat(personal(shop, code)).isEqualTo(before);
        String changed = phone();
        assertThat(cashier.put(path(code), Map.of("phone", changed)).status()).isEqualTo(200);
        assertThat(personal(shop, code).path("phone").asString()).isEqualTo("+86" + changed);
        assertThat(personal(shop, code).path("name").asString()).isEqualTo("王小明");
        assertThat(personal(shop, code).path("birthday")).isEqualTo(before.path("birthday"));
        shop.put(path(code), Map.of("name", "王小明"));
        assertThat(personal(shop, code).path("phone").isNull())
                .as("who sees all decides of all")
                .isTrue();
    }

    @Test
    void refusesAnAddressThatGrowsBeyondItsColumn() {
        String email =
                "\u0130".repeat(64) + "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".com";

        assertThat(email.length()).isLessThan(255);
        assertThat(shop.put(path(code), Map.of("email", email)).code()).isEqualTo("invalid-customer");
    }

    @Test
    void findsPeople() {
        String name = "Zoë" + ThreadLocalRandom.current().nextLong(1L << 40);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.add(code + "-" + i);
            keep(codes.get(i), name + " " + i, null, i == 3 ? "Third." + code + "@X.example.com" : null);
        }

        assertThat(search(Map.of("email", "third." + code + "@x.EXAMPLE.com"))).containsExactly(codes.get(3));
        assertThat(search(Map.of("name", name.toUpperCase(java.util.Locale.ROOT))))
                .containsExactlyElementsOf(codes);
        assertThat(search(Map.of("name", name, "limit", 2))).containsExactly(codes.get(0), codes.get(1));
        assertThat(search(Map.of("name", name, "limit", 2, "after", codes.get(1))))
                .containsExactly(codes.get(2), codes.get(3));
        assertThat(search(Map.of("name", name + "%"))).isEmpty();
        assertThat(shop.post("/api/v1/customers/search", Map.of()).code()).isEqualTo("invalid-customer");
    }

    @Test
    void searchesByIndexes() {
        jdbc.sql("""
                insert ignore into customer_personal (code, name, name_key, changed_at)
                select concat('plan-', seq), concat('Plan ', seq), concat('plan ', seq), now(6) from seq_1_to_5000
                """).update();
        jdbc.sql("""
                update customer_personal set phone = concat('+999', right(code, 4)), email_key = concat(code, '@plan')
                where code like 'plan-%' and char_length(code) = 9
                """).update();
        assertThat(plan("select * from customer_personal p where p.phone = '+9991234'"))
                .extracting(row -> row.get("key"))
                .containsExactly("customer_personal_phone");
        assertThat(plan("select * from customer_personal p where p.email_key = 'plan-1234@plan'"))
                .extracting(row -> row.get("key"))
                .containsExactly("customer_personal_email");
        List<Map<String, Object>> byName = jdbc.sql("explain " + CustomerViews.BY_NAME)
                .param("prefix", "plan 12%")
                .param("name", "plan 121")
                .param("after", "plan-121")
                .param("limit", 20)
                .query()
                .listOfRows();
        assertThat(byName.get(0).get("key")).isEqualTo("customer_personal_name");
        assertThat(byName).extracting(row -> String.valueOf(row.get("Extra"))).noneMatch(e -> e.contains("filesort"));
    }

    @Test
    void remembersEveryYesAndNo() {
        shop.put(path(code), Map.of());
        Map<String, Object> yes = consent("marketing_sms", true, "2026-03-01T10:00:00Z");
        Map<String, Object> no = consent("marketing_sms", false, "2026-03-03T10:00:00Z");
        Map<String, Object> late = consent("marketing_sms", true, "2026-03-02T10:00:00Z");

        ShopHttp.Answer first = shop.post(path(code) + "/consents", yes);
        assertThat(first.status()).isEqualTo(201);
        assertThat(lastEvent("customer_changed", code)).contains("\"consents\":[\"marketing_sms\"]");
        assertThat(shop.post(path(code) + "/consents", no).status()).isEqualTo(201);
        assertThat(shop.post(path(code) + "/consents", late).status()).isEqualTo(201);

        JsonNode now = shop.get(path(code) + "/consents").body();
        assertThat(now.size()).isEqualTo(1);
        assertThat(now.path(0).path("granted").asBoolean()).isFalse();
        assertThat(lastEvent("customer_changed", code)).contains("\"consents\":[]");
        assertThat(shop.get(path(code) + "/consents/history").body().size()).isEqualTo(3);
        ShopHttp.Answer again = shop.post(path(code) + "/consents", yes);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        yes.put("granted", false);
        assertThat(shop.post(path(code) + "/consents", yes).code()).isEqualTo("idempotency-conflict");
        assertThat(shop.get(path(code) + "/consents/history").body().size()).isEqualTo(3);
        assertThat(shop.post(
                                path(code) + "/consents",
                                consent(
                                        "profiling",
                                        true,
                                        Instant.now().plusSeconds(3600).toString()))
                        .code())
                .isEqualTo("invalid-customer");
    }

    @Test
    void mergesDoubles() {
        String other = "D-" + code;
        String phone = phone();
        String email = email();
        keep(code, "Anna", phone, null);
        keep(other, "Anne", null, email);
        shop.post(path(code) + "/consents", consent("profiling", true, "2026-03-01T10:00:00Z"));

        ShopHttp.Answer merged = shop.post(path(code) + "/merge-into/" + other, Map.of());

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.body().path("current").asString()).isEqualTo(other);
        JsonNode view = shop.get(path(code)).body();
        assertThat(view.path("current").asString()).isEqualTo(other);
        assertThat(view.path("personalData").path("name").asString()).isEqualTo("Anne");
        assertThat(view.path("personalData").path("phone").asString()).isEqualTo("+86" + phone);
        assertThat(view.path("personalData").path("email").asString()).isEqualTo(email);
        assertThat(shop.get(path(other) + "/consents")
                        .body()
                        .path(0)
                        .path("purpose")
                        .asString())
                .isEqualTo("profiling");
        assertThat(shop.post(path(code) + "/merge-into/" + other, Map.of()).body())
                .isEqualTo(merged.body());
        assertThat(events("customer_merged", code)).isEqualTo(1);
        assertThat(search(Map.of("phone", phone))).containsExactly(other);
    }

    @Test
    void followsChainsAndRefusesCycles() {
        List<String> chain = List.of(code + "1", code + "2", code + "3", code + "4");
        chain.forEach(one -> shop.put(path(one), Map.of()));
        merge(chain.get(0), chain.get(1));
        merge(chain.get(1), chain.get(2));

        assertThat(current(chain.get(0))).isEqualTo(chain.get(2));
        assertThat(merge(chain.get(2), chain.get(0)).code()).isEqualTo("merge-cycle");
        assertThat(merge(chain.get(2), chain.get(2)).code()).isEqualTo("merge-cycle");
        assertThat(merge(chain.get(0), chain.get(3)).code()).isEqualTo("already-merged");
        assertThat(merge(chain.get(3), chain.get(0)).body().path("current").asString())
                .isEqualTo(chain.get(2));
        assertThat(merge(chain.get(0), "nobody-" + code).status()).isEqualTo(404);
        assertThat(lastEvent("customer_merged", chain.get(1)))
                .contains("\"codes\":[\"" + chain.get(0) + "\",\"" + chain.get(1) + "\"]");
    }

    @Test
    void mergesOneWayWhenAskedBothWaysAtOnce() {
        for (int round = 0; round < 8; round++) {
            String one = code + "-a" + round;
            String other = code + "-b" + round;
            shop.put(path(one), Map.of());
            shop.put(path(other), Map.of());
            List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(() -> merge(one, other));
                clients.add(() -> merge(other, one));
            }

            List<ShopHttp.Answer> answers = AtOnce.run(clients);

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(4);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .hasSize(4)
                    .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("merge-cycle"));
            assertThat(current(one)).isEqualTo(current(other));
            assertThat(events("customer_merged", one) + events("customer_merged", other))
                    .isEqualTo(1);
        }
    }

    @Test
    void forgetsAPersonEverywhere() {
        String other = "D-" + code;
        String phone = phone();
        String email = email();
        String name = "Ada-" + UUID.randomUUID();
        keep(code, name, phone, email);
        keep(other, name + " again", null, null);
        shop.post(path(code) + "/consents", consent("marketing_sms", true, "2026-03-01T10:00:00Z"));
        UUID transfer = UUID.randomUUID();
        String csv = "code,name,phone,email\n" + code + "," + name + ",bad" + phone + "," + email + "\n";
        assertThat(shop.upload("/api/v1/transfers/customers?id=" + transfer, csv)
                        .status())
                .isEqualTo(201);
        merge(code, other);
        assertThat(dump(name)).isNotEmpty();

        ShopHttp.Answer erased = shop.post(path(code) + "/erase", Map.of());

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.body().path("erasedAt").asString()).isNotEmpty();
        for (String trace : List.of(name, phone, email)) {
            assertThat(dump(trace)).as(trace).isEmpty();
        }
        assertThat(shop.post(path(other) + "/erase", Map.of()).status()).isEqualTo(200);
        assertThat(events("customer_erased", other)).isEqualTo(1);
        assertThat(keep(other, name, null, null).code()).isEqualTo("customer-erased");
        assertThat(shop.put(path(code), Map.of()).status()).isEqualTo(200);
        assertThat(shop.get(path(code) + "/consents")
                        .body()
                        .path(0)
                        .path("granted")
                        .asBoolean())
                .isFalse();
        assertThat(shop.post(path(code) + "/consents", consent("profiling", true, "2026-03-01T10:00:00Z"))
                        .code())
                .isEqualTo("customer-erased");
        ShopHttp.Answer again =
                shop.upload("/api/v1/transfers/customers?id=" + UUID.randomUUID(), csv.replace("bad", ""));
        assertThat(again.body().path("refused").asInt()).isEqualTo(1);
        assertThat(dump(name)).isEmpty();
        String third = "E-" + code;
        shop.put(path(third), Map.of());
        assertThat(merge(third, code).code()).isEqualTo("customer-erased");
    }

    @Test
    void erasesWhatAnotherWritesInTheSameInstant() {
        for (int round = 0; round < 6; round++) {
            String one = code + "-" + round;
            String name = "Race-" + UUID.randomUUID();
            shop.put(path(one), Map.of());
            List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                clients.add(() -> keep(one, name, null, null));
            }
            clients.add(3, () -> shop.post(path(one) + "/erase", Map.of()));

            AtOnce.run(clients);

            assertThat(dump(name)).isEmpty();
        }
    }

    /** All text columns of all tables that hold the text. */
    private List<String> dump(String text) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                select table_name, column_name from information_schema.columns
                where table_schema = database()
                    and data_type in ('varchar', 'char', 'text', 'mediumtext', 'longtext', 'tinytext', 'json',
                        'varbinary', 'blob', 'mediumblob', 'longblob')
                """).query().listOfRows().forEach(column -> {
            String table = String.valueOf(column.get("TABLE_NAME"));
            String name = String.valueOf(column.get("COLUMN_NAME"));
            long hits = jdbc.sql("select count(*) from `" + table + "` where locate(:text, `" + name + "`) > 0")
                    .param("text", text)
                    .query(Long.class)
                    .single();
            if (hits > 0) {
                found.add(table + "." + name);
            }
        });
        return found;
    }

    private List<Map<String, Object>> plan(String sql) {
        return jdbc.sql("explain " + sql).query().listOfRows();
    }

    private List<String> search(Map<String, Object> body) {
        List<String> codes = new ArrayList<>();
        shop.post("/api/v1/customers/search", body)
                .body()
                .forEach(view -> codes.add(view.path("code").asString()));
        return codes;
    }

    private ShopHttp.Answer keep(
            String customer, @Nullable String name, @Nullable String phone, @Nullable String email) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("phone", phone);
        body.put("email", email);
        body.put("birthday", "1990-02-03");
        return shop.put(path(customer), body);
    }

    private ShopHttp.Answer merge(String one, String other) {
        return shop.post(path(one) + "/merge-into/" + other, Map.of());
    }

    private String current(String customer) {
        return shop.get(path(customer)).body().path("current").asString();
    }

    private static Map<String, Object> consent(String purpose, boolean granted, String at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("purpose", purpose);
        body.put("granted", granted);
        body.put("source", "web");
        body.put("occurredAt", at);
        return body;
    }

    private static JsonNode personal(ShopHttp client, String customer) {
        return client.get(path(customer)).body().path("personalData");
    }

    private long events(String type, String key) {
        return jdbc.sql("select count(*) from outbox where type = :type and event_key = :key")
                .param("type", type)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private String lastEvent(String type, String key) {
        return jdbc.sql("select payload from outbox where type = :type and event_key = :key order by id desc limit 1")
                .param("type", type)
                .param("key", key)
                .query(String.class)
                .single();
    }

    private static String path(String customer) {
        return "/api/v1/customers/" + ShopHttp.encode(customer);
    }

    private static String phone() {
        return "138" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }

    private static String email() {
        return "m" + UUID.randomUUID() + "@x.example.com";
    }
}
