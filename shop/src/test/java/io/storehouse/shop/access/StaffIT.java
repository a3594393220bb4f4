package io.storehouse.shop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class StaffIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private ShopHttp owner;
    private String leeds;
    private String york;

    @BeforeEach
    void openStores() {
        people = new People(port);
        owner = people.owner();
        leeds = "Leeds " + UUID.randomUUID();
        york = "York " + UUID.randomUUID();
        owner.store(leeds);
        owner.store(york);
    }

    @Test
    void letsSomeoneInWithHisRoleAndStores() {
        ShopHttp cashier = people.signIn(people.hire("cashier", leeds));

        JsonNode session = cashier.get("/api/v1/session").body();

        assertThat(session.path("roles").toString()).isEqualTo("[\"cashier\"]");
        assertThat(session.path("stores").toString()).isEqualTo("[\"" + leeds + "\"]");
        assertThat(session.path("permissions").toString()).contains("sell").doesNotContain("manage_staff");
        assertThat(owner.get("/api/v1/session").body().path("stores").isNull()).isTrue();
        assertThat(cashier.get("/api/v1/stores").body().size()).isEqualTo(1);
        assertThat(cashier.get("/api/v1/stores/" + ShopHttp.encode(york)).code())
                .isEqualTo("store-not-found");
    }

    @Test
    void endsTheSessionsOfADeactivatedPersonAtOnce() {
        String username = people.hire("cashier", leeds);
        ShopHttp first = people.signIn(username);
        ShopHttp second = people.signIn(username);
        assertThat(first.get("/api/v1/stores").status()).isEqualTo(200);

        assertThat(owner.send("DELETE", "/api/v1/staff/" + username, null).status())
                .isEqualTo(204);

        assertThat(first.get("/api/v1/stores").status()).isEqualTo(401);
        assertThat(second.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(logIn(username, People.PASSWORD).code()).isEqualTo("wrong-credentials");
        assertThat(owner.send("DELETE", "/api/v1/staff/" + username, null).status())
                .isEqualTo(204);
        assertThat(acts(username)).containsOnlyOnce("staff-deactivated");
    }

    @Test
    void revivesNoSessionWhenSomeoneIsLetInAgain() {
        String username = people.hire("cashier", leeds);
        ShopHttp before = people.signIn(username);
        owner.send("DELETE", "/api/v1/staff/" + username, null);
        Map<String, Object> body = People.definition("cashier", leeds);

        assertThat(owner.put("/api/v1/staff/" + username, body)
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();
        body.put("active", true);
        assertThat(owner.put("/api/v1/staff/" + username, body)
                        .body()
                        .path("active")
                        .asBoolean())
                .isTrue();

        assertThat(before.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(people.signIn(username).get("/api/v1/session").status()).isEqualTo(200);
        assertThat(acts(username)).contains("staff-reactivated");
    }

    @Test
    void endsSessionsWhenRoleStoresOrPasswordChange() {
        for (Map<String, Object> change : List.of(
                People.definition("cashier", york),
                People.definition("store_manager", leeds),
                People.definition("cashier"),
                People.definition("cashier", leeds, york))) {
            String username = people.hire("cashier", leeds);
            ShopHttp session = people.signIn(username);
            owner.put("/api/v1/staff/" + username, change);
            assertThat(session.get("/api/v1/session").status()).as("%s", change).isEqualTo(401);
        }
        String username = people.hire("cashier", leeds);
        ShopHttp session = people.signIn(username);
        owner.put("/api/v1/staff/" + username, People.definition("cashier", leeds));
        owner.put("/api/v1/staff/" + username + "/pin", Map.of("pin", "99887766"));
        assertThat(session.get("/api/v1/session").status()).isEqualTo(200);
        owner.put("/api/v1/staff/" + username + "/password", Map.of("password", "another long password"));
        assertThat(session.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(logIn(username, People.PASSWORD).status()).isEqualTo(401);
        assertThat(logIn(username, "another long password").status()).isEqualTo(204);
    }

    @Test
    void endsAsOneOfTheScopesWhenTwoAreSetAtOnce() {
        String username = people.hire("cashier", leeds);
        List<Map<String, Object>> scopes = List.of(
                People.definition("cashier", leeds, york),
                People.definition("buyer", york),
                People.definition("analyst"));

        List<Integer> statuses = AtOnce.run(
                24,
                i -> owner.put("/api/v1/staff/" + username, scopes.get(i % 3)).status());

        assertThat(statuses).containsOnly(200);
        JsonNode member = owner.get("/api/v1/staff/" + username).body();
        assertThat(member.path("role").asString() + member.path("stores").size())
                .isIn("cashier2", "buyer1", "analyst0");
    }

    @Test
    void createsOnceWhatManyCreateAtOnce() {
        String username = "new-" + UUID.randomUUID().toString().substring(0, 13);

        List<Integer> statuses = AtOnce.run(
                12,
                i -> owner.put("/api/v1/staff/" + username, People.definition("cashier", leeds))
                        .status());

        assertThat(statuses).containsOnly(200);
        assertThat(acts(username)).containsExactly("staff-created");
    }

    @Test
    void showsAManagerThePeopleOfHisStoresOnly() {
        String manager = people.hire("store_manager", leeds);
        String own = people.hire("cashier", leeds, york);
        String foreign = people.hire("cashier", york);
        String everywhere = people.hire("analyst");
        ShopHttp session = people.signIn(manager);

        List<String> seen = names(session.get("/api/v1/staff?limit=1000").body());

        assertThat(seen).contains(manager, own).doesNotContain(foreign, everywhere, "owner");
        assertThat(session.get("/api/v1/staff/" + own).body().path("stores").toString())
                .isEqualTo("[\"" + leeds + "\"]");
        assertThat(session.get("/api/v1/staff?limit=1000").raw().body()).doesNotContain(york);
        assertThat(session.get("/api/v1/staff/" + foreign).code()).isEqualTo("staff-not-found");
        assertThat(session.put("/api/v1/staff/" + own, People.definition("store_manager", leeds))
                        .status())
                .isEqualTo(403);
        assertThat(names(owner.get("/api/v1/staff?limit=1000").body())).contains(manager, own, foreign, everywhere);
    }

    @Test
    void pagesByUserName() {
        String first = people.hire("cashier", leeds, york);
        String second = people.hire("cashier", leeds, york);
        List<String> both = List.of(first, second).stream().sorted().toList();
        ShopHttp manager = people.signIn(people.hire("store_manager", leeds));

        assertThat(names(manager.get("/api/v1/staff?limit=1").body())).containsExactly(both.get(0));
        assertThat(names(manager.get("/api/v1/staff?limit=1&after=" + both.get(0))
                        .body()))
                .containsExactly(both.get(1));
    }

    @Test
    void refusesWhatNoPersonCanBe() {
        assertInvalid("owner", People.definition("owner"), "'owner' is not a person's");
        assertInvalid("service", People.definition("cashier", leeds), "'service' is not a person's");
        assertInvalid("Mary", People.definition("cashier", leeds), "Invalid user name");
        assertInvalid("mary", People.definition("till", leeds), "Invalid role: 'till'");
        assertInvalid("mary", People.definition("king", leeds), "Invalid role: 'king'");
        assertInvalid("mary", People.definition("owner", leeds), "an owner is in all of them");
        Map<String, Object> nowhere = People.definition("cashier");
        nowhere.remove("allStores");
        assertInvalid("mary", nowhere, "name at least one, or say allStores");
        Map<String, Object> both = People.definition("cashier", leeds);
        both.put("allStores", true);
        assertInvalid("mary", both, "not both");
        assertThat(owner.put("/api/v1/staff/mary", People.definition("cashier", "Nowhere"))
                        .code())
                .isEqualTo("unknown-store");
    }

    @Test
    void refusesSecretsThatAreTooShortOrTooLong() {
        String username = people.hire("cashier", leeds);
        for (String pin : List.of("123", "123456789", "12a4", "١٢٣٤", "")) {
            ShopHttp.Answer answer = owner.put("/api/v1/staff/" + username + "/pin", Map.of("pin", pin));
            assertThat(answer.code()).as(pin).isEqualTo("invalid-staff");
            assertThat(answer.raw().body()).contains("expected 4 to 8 digits");
        }
        for (String password : List.of("short", "ü".repeat(37))) {
            assertThat(owner.put("/api/v1/staff/" + username + "/password", Map.of("password", password))
                            .code())
                    .isEqualTo("invalid-staff");
        }
        assertThat(owner.put("/api/v1/staff/nobody-here/pin", Map.of("pin", "1234"))
                        .code())
                .isEqualTo("staff-not-found");
        assertThat(owner.put("/api/v1/staff/nobody-here/password", Map.of("password", "long enough"))
                        .code())
                .isEqualTo("staff-not-found");
    }

    @Test
    void cannotTouchTheOwnersAccount() {
        assertThat(owner.send("DELETE", "/api/v1/staff/owner", null).status()).isEqualTo(404);
        assertThat(owner.put("/api/v1/staff/owner/password", Map.of("password", "an entirely new one"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.put("/api/v1/staff/owner/pin", Map.of("pin", "1234")).status())
                .isEqualTo(404);
        assertThat(logIn("owner", RealEngines.OWNER_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void keepsHashesOnly() {
        String username = people.hire("cashier", leeds);

        Map<String, Object> row =
                new HashMap<>(jdbc.sql("select password_hash, pin_hash from staff where username = :u")
                        .param("u", username)
                        .query()
                        .singleRow());

        assertThat(row.values())
                .allSatisfy(hash ->
                        assertThat(String.valueOf(hash)).startsWith("$2a$10$").hasSize(60));
    }

    private void assertInvalid(String username, Map<String, Object> body, String why) {
        ShopHttp.Answer answer = owner.put("/api/v1/staff/" + username, body);
        assertThat(answer.code()).as(answer.raw().body()).isEqualTo("invalid-staff");
        assertThat(answer.body().path("detail").asString()).contains(why);
    }

    private ShopHttp.Answer logIn(String username, String password) {
        return new ShopHttp(port, null).post("/api/v1/session", Map.of("username", username, "password", password));
    }

    private List<String> acts(String subject) {
        return jdbc.sql("select act from audit_entry where subject = :subject and act like 'staff%' order by id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private static List<String> names(JsonNode page) {
        return page.valueStream().map(view -> view.path("username").asString()).toList();
    }
}
