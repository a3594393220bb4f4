package io.storehouse.shop.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The shop on a primary and its replica, either of which may be late or dead. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PairedEngines.class)
@DirtiesContext
class ReadWriteSplitIT {
    private static final String COOKIE = "Cookie";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private ShopHttp service;
    private String store;
    private ShopHttp till;
    private String sku;

    @BeforeEach
    void openStore() {
        service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        sku = "SKU-" + UUID.randomUUID();
        // the test before may have killed the primary, whose pool then has dead connections
        await().atMost(Duration.ofSeconds(20)).until(() -> name("first").status() == 200);
        service.store(store);
        till = till();
        awaitReplica();
    }

    @Test
    void readsFromTheReplicaAndWritesToThePrimary() {
        ShopHttp.Answer written = name("second");
        assertThat(header(written, RouteFilter.POSITION)).matches("1:0-1-\\d+");
        assertThat(header(written, RoutedHandlers.READ_FROM)).isEmpty();

        ShopHttp.Answer read = product(service);
        assertThat(nameIn(read)).isEqualTo("second");
        assertThat(header(read, RoutedHandlers.READ_FROM)).isEqualTo("replica");
        assertThat(header(read, RoutedHandlers.STALE)).isEmpty();
    }

    @Test
    void readsOnesOwnWritesWhileTheReplicaStandsStill() {
        PairedEngines.pause();
        try {
            String position = header(name("second"), RouteFilter.POSITION);
            ShopHttp.Answer old = product(till);
            assertThat(nameIn(old)).as("the till has seen nothing newer").isEqualTo("first");
            assertThat(header(old, RoutedHandlers.READ_FROM)).isEqualTo("replica");

            assertThat(nameIn(product(service))).as("its token is known").isEqualTo("second");
            ShopHttp.Answer told = till().send("GET", productPath(), null, RouteFilter.POSITION, position);
            assertThat(nameIn(told)).as("it says what it has seen").isEqualTo("second");
            assertThat(header(told, RoutedHandlers.READ_FROM)).isEmpty();
        } finally {
            PairedEngines.resume();
        }
        awaitReplica();
    }

    @Test
    void readsOnesOwnWritesInABrowser() {
        ShopHttp browser = new People(port).owner();
        PairedEngines.pause();
        try {
            ShopHttp.Answer written = browser.put(productPath(), Map.of("name", "second", "goods", true));
            String cookie = written.raw().headers().allValues("Set-Cookie").stream()
                    .filter(header -> header.startsWith(RouteFilter.COOKIE))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");

            assertThat(nameIn(product(browser))).as("without its cookie").isEqualTo("first");
            assertThat(nameIn(browser.send("GET", productPath(), null, COOKIE, cookie.split(";", 2)[0])))
                    .isEqualTo("second");
        } finally {
            PairedEngines.resume();
        }
    }

    @Test
    void neverShowsAnybodyLessThanItHasShown() {
        PairedEngines.pause();
        try {
            name("second");
            // a read that came to the primary by another's position
            ShopHttp other = till();
            String position = "1:0-1-" + Long.MAX_VALUE / 100;
            ShopHttp.Answer newer = other.send("GET", productPath(), null, RouteFilter.POSITION, position);
            assertThat(nameIn(newer)).isEqualTo("second");
            assertThat(nameIn(product(other))).isEqualTo("second");
        } finally {
            PairedEngines.resume();
        }
    }

    @Test
    void asksThePrimaryWhenTheReplicaIsTooLateAndComesBack() {
        PairedEngines.pause();
        try {
            name("second");
            assertThat(nameIn(product(till))).isEqualTo("first");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(nameIn(product(till))).isEqualTo("second"));
            assertThat(header(product(till()), RoutedHandlers.READ_FROM)).isEmpty();
        } finally {
            PairedEngines.resume();
        }
        awaitReplica();
    }

    @Test
    void isNeitherHeldUpNorFooledByPositionsThatAreNone() {
        for (String position :
                List.of("1:0-1-999999999999", "7:0-1-5", "1:9-9-9", "nonsense", "1:", ":", "1:0-1-5'", "-1:0-1-5")) {
            long from = System.nanoTime();
            ShopHttp.Answer answer = till().send("GET", productPath(), null, RouteFilter.POSITION, position);
            assertThat(nameIn(answer)).as(position + answer.raw().body()).isEqualTo("first");
            assertThat(Duration.ofNanos(System.nanoTime() - from)).as(position).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void letsNoClientReadLessThanItWroteWhateverTheReplicaDoes() {
        People people = new People(port);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger fromReplica = new AtomicInteger();
        List<Callable<Integer>> clients = new ArrayList<>();
        AtomicInteger atWork = new AtomicInteger(6);
        for (int client = 0; client < 6; client++) {
            clients.add(() -> {
                try {
                    return writeAndRead(people.signIn(people.hire("owner")), fromReplica);
                } finally {
                    over.set(atWork.decrementAndGet() == 0);
                }
            });
        }
        clients.add(() -> {
            int disturbances = 0;
            while (!over.get()) {
                PairedEngines.pause();
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextLong(250))
                                .toNanos());
                PairedEngines.resume();
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextLong(250))
                                .toNanos());
                if (++disturbances == 3) {
                    PairedEngines.REPLICA.process().kill();
                    PairedEngines.REPLICA.process().start();
                    PairedEngines.REPLICA.follow();
                }
            }
            return disturbances;
        });

        List<Integer> results = AtOnce.run(clients);

        assertThat(results.subList(0, 6)).containsOnly(60);
        assertThat(results.get(6)).isGreaterThan(3);
        assertThat(fromReplica.get()).isPositive();
    }

    @Test
    void failsNoReadWhenTheReplicaIsKilled() {
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            ShopHttp reader = till();
            clients.add(() -> readUntil(over, reader));
        }
        clients.add(() -> {
            try {
                pause(300);
                PairedEngines.REPLICA.process().kill();
                pause(1_500);
                assertThat(header(product(till), RoutedHandlers.READ_FROM)).isEmpty();
                return 1;
            } finally {
                PairedEngines.REPLICA.process().start();
                PairedEngines.REPLICA.follow();
                over.set(true);
            }
        });
        assertThat(AtOnce.run(clients)).allSatisfy(reads -> assertThat(reads).isPositive());
        awaitReplica();
    }

    @Test
    void goesOnReadingAndRefusesWritesAtOnceWhileThePrimaryIsDead() {
        ShopHttp cashier = new People(port).signIn(new People(port).hire("cashier", store));
        awaitReplica();
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<Integer>> clients = new ArrayList<>();
        for (ShopHttp reader : List.of(till(), till(), cashier)) {
            clients.add(() -> readUntil(over, reader));
        }
        clients.add(() -> writeUntil(over));
        clients.add(() -> writeUntil(over));
        clients.add(() -> {
            try {
                pause(500);
                PairedEngines.PRIMARY.process().kill();
                await().atMost(Duration.ofSeconds(3))
                        .untilAsserted(() -> assertThat(header(product(till), RoutedHandlers.STALE))
                                .matches("\\d+"));
                assertThat(name("lost").code()).isEqualTo("database-away");
                ShopHttp.Answer export = service.get("/api/v1/exports/stores");
                assertThat(export.code())
                        .as("what cannot be recorded does not leave")
                        .isEqualTo("database-away");
                assertThat(export.status()).isEqualTo(503);
                pause(1_500);
                assertThat(Integer.parseInt(header(product(cashier), RoutedHandlers.STALE)))
                        .isBetween(2, 10);
                return 1;
            } finally {
                over.set(true);
                PairedEngines.PRIMARY.process().start();
            }
        });
        assertThat(AtOnce.run(clients))
                .as("reads, and refused writes")
                .allSatisfy(count -> assertThat(count).isPositive());

        await().atMost(Duration.ofSeconds(10)).until(() -> name("second").status() == 200);
        assertThat(nameIn(product(service))).isEqualTo("second");
        awaitReplica();
        assertThat(header(product(till), RoutedHandlers.STALE)).isEmpty();
    }

    @Test
    void readsAsFastAsEverWhileThePrimaryHangs() {
        ShopHttp cashier = new People(port).signIn(new People(port).hire("cashier", store));
        awaitReplica();
        signal("STOP");
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(header(product(till), RoutedHandlers.STALE))
                            .matches("\\d+"));
            AtomicBoolean over = new AtomicBoolean();
            List<Callable<Integer>> clients = new ArrayList<>();
            for (ShopHttp reader : List.of(till, cashier)) {
                clients.add(() -> readUntil(over, reader));
            }
            clients.add(() -> {
                pause(4_000);
                over.set(true);
                return 40;
            });

            assertThat(AtOnce.run(clients))
                    .as("reads in 4 s")
                    .allSatisfy(reads -> assertThat(reads).isGreaterThanOrEqualTo(40));
            assertThat(name("lost").code()).isEqualTo("database-away");
        } finally {
            signal("CONT");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> name("second").status() == 200);
        awaitReplica();
    }

    private static void signal(String signal) {
        try {
            Process kill = new ProcessBuilder(
                            "kill",
                            "-" + signal,
                            Long.toString(PairedEngines.PRIMARY.process().pid()))
                    .start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int readUntil(AtomicBoolean over, ShopHttp reader) {
        int reads = 0;
        while (!over.get()) {
            ShopHttp.Answer answer = product(reader);
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(nameIn(answer)).isEqualTo("first");
            reads++;
        }
        return reads;
    }

    private int writeUntil(AtomicBoolean over) {
        int refused = 0;
        while (!over.get()) {
            long from = System.nanoTime();
            ShopHttp.Answer answer =
                    service.put("/api/v1/products/" + UUID.randomUUID(), Map.of("name", "N", "goods", true));
            if (answer.status() != 200) {
                assertThat(answer.status()).as(answer.raw().body()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("database-away");
                refused++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
        }
        return refused;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void ratherRefusesThanTakesBackWhatACallerHasWritten() {
        PairedEngines.pause();
        try {
            name("second");
            PairedEngines.PRIMARY.process().kill();
            ShopHttp.Answer refused = product(service);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("database-away");
            ShopHttp.Answer others = product(till);
            assertThat(nameIn(others)).isEqualTo("first");
            assertThat(header(others, RoutedHandlers.STALE)).isNotEmpty();
        } finally {
            PairedEngines.PRIMARY.process().start();
            PairedEngines.resume();
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(nameIn(product(service))).isEqualTo("second"));
    }

    @Test
    void canServeEveryReadFromTheReplica() {
        List<String> elsewhere = new ArrayList<>();
        int swept = 0;
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                continue;
            }
            for (String pattern : mapping.getPatternValues()) {
                if (!pattern.startsWith("/api/") || pattern.startsWith("/api/v1/live")) {
                    continue;
                }
                String path = pattern.replaceAll(
                                "\\{[^}]*(id|order|shift|line)}",
                                UUID.randomUUID().toString())
                        .replace("{store}", ShopHttp.encode(store))
                        .replaceAll("\\{[^}]+}", ShopHttp.encode(sku));
                ShopHttp.Answer answer = till().send("GET", path + "?store=" + ShopHttp.encode(store), null);
                if (answer.status() == 403) {
                    answer = service.get(path + "?store=" + ShopHttp.encode(store) + "&sku=" + sku);
                }
                assertThat(answer.status()).as(path + answer.raw().body()).isLessThan(500);
                swept++;
                if (answer.status() < 400
                        && header(answer, RoutedHandlers.READ_FROM).isEmpty()) {
                    elsewhere.add(pattern);
                }
            }
        }
        assertThat(swept).isGreaterThan(60);
        assertThat(elsewhere).containsExactly("/api/v1/reconciliation/result");
    }

    private int writeAndRead(ShopHttp browser, AtomicInteger fromReplica) {
        String own = "/api/v1/products/OWN-" + UUID.randomUUID();
        for (int i = 0; i < 60; i++) {
            ShopHttp.Answer written = browser.put(own, Map.of("name", "Name " + i, "goods", true));
            assertThat(written.status()).as(written.raw().body()).isEqualTo(200);
            String cookie = RouteFilter.COOKIE + "=" + header(written, RouteFilter.POSITION);
            ShopHttp.Answer read = browser.send("GET", own, null, COOKIE, cookie);
            assertThat(read.status()).as(read.raw().body()).isEqualTo(200);
            assertThat(nameIn(read)).isEqualTo("Name " + i);
            fromReplica.addAndGet(header(read, RoutedHandlers.READ_FROM).isEmpty() ? 0 : 1);
        }
        return 60;
    }

    private ShopHttp till() {
        return new ShopHttp(
                port,
                service.post(
                                "/api/v1/tills",
                                Map.of(
                                        "store",
                                        store,
                                        "code",
                                        "T" + UUID.randomUUID().toString().substring(0, 8)))
                        .body()
                        .path("token")
                        .asString());
    }

    /** Until the replica serves what was written last, to everybody. */
    private void awaitReplica() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(header(product(service), RoutedHandlers.READ_FROM))
                        .isEqualTo("replica"));
    }

    private ShopHttp.Answer name(String name) {
        return service.put(productPath(), Map.of("name", name, "goods", true));
    }

    private ShopHttp.Answer product(ShopHttp client) {
        return client.get(productPath());
    }

    private String productPath() {
        return "/api/v1/products/" + sku;
    }

    private static String nameIn(ShopHttp.Answer answer) {
        return answer.body().path("name").asString("");
    }

    private static String header(ShopHttp.Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }
}
