package io.storehouse.shop.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class LoginIT {
    private static final int MOST = 10;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StaffTable staff;

    @Autowired
    private SecretHashes secrets;

    @Autowired
    private PlatformTransactionManager transactions;

    private People people;
    private String username;

    @BeforeEach
    void hire() {
        people = new People(port);
        username = people.hire("analyst");
    }

    @Test
    void looksAtNoMoreGuessesThanAllowedHoweverManyComeAtOnce() {
        List<Integer> statuses =
                AtOnce.run(50, i -> logIn(username, "wrong password " + i).status());

        assertThat(statuses).filteredOn(status -> status == 401).hasSize(MOST);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(50 - MOST);
        ShopHttp.Answer right = logIn(username, People.PASSWORD);
        assertThat(right.code()).isEqualTo("too-many-logins");
        assertThat(Integer.parseInt(
                        right.raw().headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 61);
        assertThat(failures(username)).isEqualTo(MOST);
    }

    @Test
    void letsInAgainAfterTheWindow() {
        IntStream.range(0, MOST + 1).forEach(i -> logIn(username, "wrong"));
        assertThat(logIn(username, People.PASSWORD).status()).isEqualTo(429);

        jdbc.sql("update attempt set until = until - interval 1 hour where account_hash = :account")
                .param("account", Tokens.hash(username))
                .update();

        assertThat(logIn(username, People.PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void forgetsFailuresAtSuccess() {
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, MOST - 1).forEach(i -> logIn(username, "wrong"));
            assertThat(logIn(username, People.PASSWORD).status()).isEqualTo(204);
        }
    }

    @Test
    void keepsNobodyOutForTheFailuresOfOthers() {
        IntStream.range(0, MOST + 5).forEach(i -> logIn(username, "wrong"));

        assertThat(logIn("owner", RealEngines.OWNER_PASSWORD).status()).isEqualTo(204);
        assertThat(people.signIn(people.hire("analyst")).get("/api/v1/session").status())
                .isEqualTo(200);
    }

    @Test
    void limitsNamesThatNobodyHasAsThoseThatSomebodyHas() {
        String nobody = "nobody-" + UUID.randomUUID().toString().substring(0, 13);
        String wrong = logIn(username, "wrong").raw().body();

        assertThat(logIn(nobody, "wrong").raw().body()).isEqualTo(wrong);
        IntStream.range(1, MOST).forEach(i -> logIn(nobody, "wrong"));
        assertThat(logIn(nobody, "wrong").status()).isEqualTo(429);
    }

    @Test
    void knowsNobodyByANameThatOnlyTheDatabaseHoldsForTheSame() {
        assertThat(logIn(username + " ", People.PASSWORD).code()).isEqualTo("wrong-credentials");
        assertThat(logIn(username.toUpperCase(java.util.Locale.ROOT), People.PASSWORD)
                        .code())
                .isEqualTo("wrong-credentials");
    }

    @Test
    void endsTheOwnersSessionsWithHisPassword() {
        SignedIn signedIn = accounts.signIn("owner", RealEngines.OWNER_PASSWORD).orElseThrow();

        assertThat(accounts(RealEngines.OWNER_PASSWORD).callerOf(signedIn))
                .as("another process, or the same later")
                .isPresent();
        assertThat(accounts("another password").callerOf(signedIn)).isEmpty();
        assertThat(accounts.callerOf(new SignedIn("owner", 0))).isEmpty();
    }

    private Accounts accounts(String ownerPassword) {
        return new Accounts(
                staff,
                secrets,
                new AccessSettings(ownerPassword, "t".repeat(16), 10, Duration.ofMinutes(1), 5, Duration.ofMinutes(5)));
    }

    @Test
    void refusesAPasswordBeyondWhatBcryptReads() {
        String long72 = "p".repeat(72);
        people.owner().put("/api/v1/staff/" + username + "/password", Map.of("password", long72));

        assertThat(logIn(username, long72).status()).isEqualTo(204);
        assertThat(logIn(username, long72 + "x").status()).isEqualTo(401);
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        String fresh = "fresh-" + UUID.randomUUID().toString().substring(0, 13);
        people.owner().put("/api/v1/staff/" + fresh, People.definition("analyst"));

        assertThat(logIn(fresh, "").status()).isEqualTo(401);
        assertThat(logIn(fresh, People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void writesNoNameThatMayBeAPassword() {
        String typed = "my-secret-" + UUID.randomUUID();

        logIn(typed, "wrong");

        assertThat(jdbc.sql("select count(*) from audit_entry where subject = :typed or who = :typed")
                        .param("typed", typed)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void countsNoGuessInATransactionThatMayBeUndone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> attempts.take(Attempts.Secret.PIN, username)))
                .withMessage("Cannot count a guess in a transaction that may be undone");
    }

    private ShopHttp.Answer logIn(String name, String password) {
        return new ShopHttp(port, null).post("/api/v1/session", Map.of("username", name, "password", password));
    }

    private long failures(String subject) {
        return jdbc.sql("select count(*) from audit_entry where act = 'login-failed' and subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }
}
