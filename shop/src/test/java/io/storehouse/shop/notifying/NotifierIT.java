package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.contracts.Topic;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopApplication;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.notifying.Members.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The notifier as it runs, behind Kafka. Its context ends with the class: nobody else's messages are for it. */
@ShopTest
@Import(Fakes.Setup.class)
@DirtiesContext
@TestPropertySource(
        properties = {
            "storehouse.notifying.enabled=true",
            "storehouse.notifying.poll-interval=50ms",
            "storehouse.notifying.retry.first=50ms"
        })
class NotifierIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Fakes fakes;

    @Autowired
    private Dispatch dispatch;

    @TempDir
    private Path directory;

    private final CountDownLatch hanging = new CountDownLatch(1);
    private Members members;
    private Router router;

    @BeforeEach
    void openStore() {
        jdbc.sql("delete from notification").update();
        fakes.reset();
        members = new Members(port, jdbc);
        router = new Router(jdbc);
    }

    @AfterEach
    void close() {
        hanging.countDown();
        router.close();
    }

    @Test
    void tellsOnceWhatKafkaBringsTwice() {
        Member anna = members.join("receipt_sms", "receipt_email");
        UUID order = members.buy(anna);
        UUID last = members.buy(anna);

        router.carry(order);
        router.carry(order);
        router.carry(last);

        await().atMost(SOON)
                .until(() ->
                        fakes.sms().taken().size() == 2 && fakes.email().taken().size() == 2);
        router.carry(order);
        UUID end = members.buy(anna);
        router.carry(end);
        await().atMost(SOON).until(() -> sent(end) == 2);
        assertThat(fakes.sms().taken()).hasSize(3).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void buriesPoisonByteForByteAndGoesOn() {
        Member anna = members.join("receipt_sms");
        String key = UUID.randomUUID().toString();
        String poison = "{\"type\":\"order_placed\",\"id\":\"" + key + "\" …";
        String unknown = "{\"id\":\"" + key + "\",\"type\":\"order_teleported\"}";
        UUID order = members.buy(anna);
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            router.send(new ProducerRecord<>(Topic.ORDERS.topicName(), partition, key, poison));
        }
        router.send(new ProducerRecord<>(Topic.ORDERS.topicName(), key, unknown));

        router.carry(order);

        await().atMost(SOON).until(() -> sent(order) == 1);
        await().atMost(SOON).until(() -> Letters.of(key).size() >= 5);
        assertThat(Letters.of(key))
                .extracting(letter ->
                        letter.code() + " " + new String(letter.value(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("unreadable " + poison, "unknown-type " + unknown);
        assertThat(Letters.of(key))
                .allSatisfy(letter -> assertThat(letter.place()).startsWith("storehouse.orders/"));
    }

    @Test
    void endsWhatIsBeingHandedOverWhenItIsStopped() {
        Member anna = members.join("receipt_sms");
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean brokenOff = new AtomicBoolean();
        fakes.sms().meanwhile(message -> {
            begun.countDown();
            try {
                hanging.await();
            } catch (InterruptedException e) {
                brokenOff.set(true);
            }
        });
        UUID order = members.buy(anna);
        router.carry(order);
        await().atMost(SOON).until(() -> begun.getCount() == 0);

        Thread stopping = new Thread(dispatch::stop);
        stopping.start();
        await().atMost(SOON).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        hanging.countDown();
        await().atMost(SOON).until(() -> !stopping.isAlive());

        try {
            assertThat(brokenOff).isFalse();
            assertThat(sent(order)).isEqualTo(1);
            assertThat(fakes.sms().taken()).hasSize(1);
        } finally {
            dispatch.start();
        }
    }

    @Test
    void sellsWhileAProviderHangsAndSendsByTheOther() {
        Member anna = members.join("receipt_sms", "receipt_email");
        fakes.sms().meanwhile(message -> {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        UUID[] stuck = new UUID[8];
        for (int i = 0; i < stuck.length; i++) {
            stuck[i] = members.buy(anna);
            router.carry(stuck[i]);
        }
        await().atMost(SOON).until(() -> fakes.email().taken().size() == stuck.length);

        Instant begin = Instant.now();
        for (int i = 0; i < 20; i++) {
            members.buy(anna);
        }

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(fakes.sms().taken()).isEmpty();
        hanging.countDown();
        await().atMost(SOON).until(() -> fakes.sms().taken().size() == stuck.length);
    }

    @Test
    void sellsWhileKafkaIsDownAndCatchesUp() {
        Member anna = members.join("receipt_sms");
        UUID order;
        RealEngines.KAFKA.process().kill();
        try {
            order = members.buy(anna);
            assertThat(new ShopHttp(port, null).get("/actuator/health").status())
                    .isEqualTo(200);
        } finally {
            RealEngines.KAFKA.process().start();
        }

        router.carry(order);

        await().atMost(SOON).until(() -> sent(order) == 1);
        assertThat(fakes.sms().taken()).hasSize(1);
    }

    @Test
    void startsAndSellsWithoutKafkaAndWritesToTheFileLater() throws Exception {
        Path file = directory.resolve("sms.jsonl");
        Member anna = members.join("receipt_sms");
        RealEngines.KAFKA.process().kill();
        UUID order;
        try (ConfigurableApplicationContext next = start(file)) {
            try {
                Members there = new Members(
                        Integer.parseInt(String.valueOf(next.getEnvironment().getProperty("local.server.port"))), jdbc);
                order = there.buy(anna);
                assertThat(there.shop()
                                .get("/api/v1/notifications/channels")
                                .body()
                                .toString())
                        .isEqualTo("[{\"channel\":\"sms\",\"on\":true,\"provider\":\"file\"},"
                                + "{\"channel\":\"email\",\"on\":false,\"provider\":null}]");
            } finally {
                RealEngines.KAFKA.process().start();
            }
            router.carry(order);
            await().atMost(SOON).until(() -> sent(order) == 1);
        }
        // either of the two processes has sent it, by its own provider
        int written = Files.exists(file) ? Files.readAllLines(file).size() : 0;
        assertThat(written + fakes.sms().taken().size()).isEqualTo(1);
    }

    private static ConfigurableApplicationContext start(Path file) {
        return new SpringApplicationBuilder(ShopApplication.class)
                .initializers(
                        new RealEngines(),
                        shop -> shop.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource(
                                        "notifying",
                                        Map.of(
                                                "storehouse.notifying.enabled", "true",
                                                "storehouse.notifying.poll-interval", "50ms",
                                                "storehouse.notifying.sms-file", file.toString()))))
                .run();
    }

    private long sent(UUID document) {
        return jdbc.sql("select count(*) from notification where document = :document and status = 'sent'")
                .param("document", document.toString())
                .query(Long.class)
                .single();
    }
}
