package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Random days in three stores at once, with a network and a database that fail. What every actor does follows from the seed, what
 * comes of it from the races: {@code -Ddays.seed=…} repeats the former, {@code -Ddays.seconds=…} makes the days longer.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OwnEngines.class)
@DirtiesContext
class RandomDaysIT {
    private static final long SEED = Long.getLong("days.seed", System.nanoTime());
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("days.seconds", 20));
    private static final int CRASHES = 2;
    private static final Logger LOG = LoggerFactory.getLogger(RandomDaysIT.class);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final Journal journal = new Journal();
    private final List<TillWorker> tills = new ArrayList<>();

    @Test
    void addsUpWhateverHappens() {
        World world = new World(port, new Chance(SEED)).open();
        live(world);
        settle(world);

        Findings findings = new Findings();
        Documents documents = new Documents(jdbc, journal, findings);
        StockBooks stock = new StockBooks(jdbc, world, documents, findings);
        stock.check();
        stock.checkCosts();
        new MoneyBooks(jdbc, world, documents, findings).check();
        new ShiftBooks(jdbc, world.service, documents, findings).check();
        new PointsBooks(jdbc, documents, findings).check();
        new PurchaseBooks(jdbc, documents, findings).check();
        new EventBooks(jdbc, findings).check();
        checkProofs(world, findings);

        String days = "seed " + SEED + ", " + findings.compared() + " figures compared, " + journal;
        LOG.info("Random days: {}", days);
        assertThat(journal.wrong()).as(days).isEmpty();
        assertThat(findings.all()).as(days).isEmpty();
        assertThat(journal.counted("order")).as(days).isGreaterThan(50);
        for (String kind : List.of("return", "void", "exchange", "transfer", "arrival", "closing", "close", "redeem")) {
            assertThat(journal.counted(kind)).as(kind + " of " + days).isPositive();
        }
    }

    /** Everybody works until the day is over; the database dies now and then. */
    private void live(World world) {
        long end = System.nanoTime() + LENGTH.toNanos();
        BooleanSupplier open = () -> System.nanoTime() < end;
        List<Callable<Integer>> actors = new ArrayList<>();
        int number = 0;
        for (World.Place place : world.places) {
            for (String code : List.of("T1", "T2")) {
                Chance chance = new Chance(SEED + ++number);
                TillWorker till = new TillWorker(world, place, code, chance, sender(chance), journal);
                till.open();
                tills.add(till);
                actors.add(() -> work(open, till::act));
            }
            Chance chance = new Chance(SEED + ++number);
            BackroomWorker backroom = new BackroomWorker(world, place, chance, sender(chance), journal);
            backroom.stock();
            actors.add(() -> work(open, backroom::act));
        }
        actors.add(this::crash);
        AtOnce.run(actors);
    }

    private Sender sender(Chance chance) {
        return new Sender(port, chance, journal);
    }

    private int work(BooleanSupplier open, Runnable act) {
        int acts = 0;
        while (open.getAsBoolean()) {
            try {
                act.run();
            } catch (RuntimeException | AssertionError e) {
                journal.wrong("An actor failed: " + e + " at "
                        + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length)));
            }
            acts++;
        }
        return acts;
    }

    private int crash() {
        for (int i = 1; i <= CRASHES; i++) {
            long orders = journal.counted("order");
            Duration pause = LENGTH.dividedBy(CRASHES + 1);
            await().pollDelay(pause).atMost(pause.plusSeconds(60)).until(() -> journal.counted("order") > orders);
            OwnEngines.MARIADB.process().kill();
            OwnEngines.MARIADB.process().start();
            journal.count("crashes");
        }
        return CRASHES;
    }

    /** Requests that nobody waited for come to their end; reservations expire; the drawers are closed. */
    private void settle(World world) {
        tills.forEach(TillWorker::close);
        ShopHttp service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            BigDecimal before = written();
            service.post("/api/v1/loyalty/rounds", java.util.Map.of());
            return await().pollDelay(Duration.ofSeconds(1)).until(() -> true, done -> done) && before.equals(written());
        });
        assertThat(world.places).isNotEmpty();
    }

    private BigDecimal written() {
        return jdbc.sql("select count(*) from outbox").query(BigDecimal.class).single();
    }

    private void checkProofs(World world, Findings findings) {
        for (World.Place place : world.places) {
            ShopHttp.Answer proof =
                    world.service.post("/api/v1/stock/proofs?store=" + ShopHttp.encode(place.code()), "");
            findings.same(
                    "Proof of " + place.code(), proof.body().path("differences").asInt(-1), 0);
        }
        ShopHttp.Answer points = world.service.get("/api/v1/loyalty/proof");
        findings.holds(
                "Proof of points " + points.raw().body(),
                points.body().path("exact").asBoolean());
    }
}
