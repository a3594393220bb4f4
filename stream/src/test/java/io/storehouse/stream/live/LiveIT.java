package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import io.storehouse.contracts.Cut;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.contracts.Topic;
import io.storehouse.stream.intake.DeadLetterTopic;
import io.storehouse.stream.testing.Engines;
import io.storehouse.stream.testing.EventLog;
import io.storehouse.stream.testing.Events;
import io.storehouse.stream.testing.StreamProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveIT {
    private static final LiveKeys KEYS = new LiveKeys("v1");
    private static final String DATE = "2011-09-30";
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicLong sequence = new AtomicLong();
    private Path directory;
    private Engines engines;
    private Properties properties;
    private EventLog log;
    private RedisClient client;
    private RedisCommands<String, String> redis;
    private StreamProcess stream;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        directory = folder;
        engines = Engines.start(folder);
        properties = engines.properties();
        properties.setProperty("live.parallelism", "2");
        log = engines.log();
        client = RedisClient.create(engines.redis().uri());
        redis = client.connect().sync();
        stream = StreamProcess.start(folder, properties);
    }

    @AfterAll
    void stop() {
        stream.close();
        log.close();
        client.shutdown();
        engines.close();
    }

    @Test
    void countsARedeliveredEventOnce() throws Exception {
        String first = Events.sale("a", "Once", DATE, "X", "2.5", 0);
        long position = sequence.incrementAndGet();
        log.write(Topic.ORDERS, 0, EventLog.position(position), first);
        sale("Once", 0, "3.5");
        log.write(Topic.ORDERS, 0, EventLog.position(position), first);
        log.write(Topic.ORDERS, 0, EventLog.position(position + 1), first);
        long last = log.write(Topic.ORDERS, 0, next(), Events.returned("c", "Once", DATE, "X", "1", 3_600));

        JsonNode day = awaitDay("Once", Cut.empty().with(0, last));

        assertThat(day.get("orders").asInt()).isEqualTo(2);
        assertThat(day.get("returns").asInt()).isEqualTo(1);
        assertThat(day.get("gross").asText()).isEqualTo("6.0000");
        assertThat(day.get("net").asText()).isEqualTo("5.0000");
        assertThat(redis.smembers(KEYS.storesOf(DATE))).contains("Once");
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(redis.hget(KEYS.minutes("Once", DATE), "10:30")).contains("\"net\":\"5.0000\"");
            assertThat(redis.hget(KEYS.topSkus(DATE), "value")).contains("\"sku\":\"X\"");
            assertThat(redis.hget(KEYS.ticker(), "value")).contains("\"store\":\"Once\"");
        });
    }

    @Test
    void countsNoGiftCard() throws Exception {
        order(Events.ofGiftCard(Events.sale("only", "Cards", DATE, "CARD", "25", 3_600)));
        order(Events.andGiftCard(Events.sale("both", "Cards", DATE, "X", "2.5", 3_600), "50"));
        long last = order(Events.andGiftCard(Events.returned("back", "Cards", DATE, "X", "1", 3_600), "50"));
        order(Events.ofGiftCard(Events.returned("card back", "Cards", DATE, "CARD", "25", 3_600)));
        order(Events.ofGiftCard(Events.sale("only", "Nothing but cards", DATE, "CARD", "25", 3_600)));
        awaitDay("After cards", Cut.empty().with(0, sale("After cards", 0, "1")));

        JsonNode day = awaitDay("Cards", Cut.empty().with(0, last));

        assertThat(day.get("orders").asInt()).isEqualTo(1);
        assertThat(day.get("returns").asInt()).isEqualTo(1);
        assertThat(day.get("lines").asInt()).isEqualTo(2);
        assertThat(day.get("units").asText()).isEqualTo("1.000");
        assertThat(day.get("gross").asText()).isEqualTo("2.5000");
        assertThat(day.get("returned").asText()).isEqualTo("1.0000");
        assertThat(day.get("net").asText()).isEqualTo("1.5000");
        assertThat(redis.exists(KEYS.day("Nothing but cards", DATE))).isZero();
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(redis.hget(KEYS.topSkus(DATE), "value")).doesNotContain("CARD");
            assertThat(redis.hget(KEYS.ticker(), "value"))
                    .contains("no-both", "no-back")
                    .doesNotContain("no-only", "no-card back");
        });
    }

    private long order(String event) {
        return log.write(Topic.ORDERS, 0, next(), event);
    }

    @Test
    void makesDeadLettersOfWhatItCannotRead() throws Exception {
        log.write(Topic.ORDERS, 1, next(), "{\"type\":\"coupon_used\"}");
        log.write(Topic.ORDERS, 1, next(), "{\"type\":");
        log.write(Topic.ORDERS, 1, null, Events.sale("a", "Dead", DATE, "X", "2.5", 0));
        log.write(Topic.ORDERS, 1, next(), Events.mark("m", Topic.ORDERS.topicName(), 1));
        long last = sale("Dead", 1, "3.5");

        assertThat(awaitDay("Dead", Cut.empty().with(1, last)).get("orders").asInt())
                .isEqualTo(1);
        List<ConsumerRecord<String, String>> letters = awaitDeadLetters(3);
        assertThat(letters)
                .map(letter -> new String(letter.headers().lastHeader("code").value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("UNKNOWN_TYPE", "MALFORMED_EVENT", "MISSING_POSITION");
        assertThat(letters).map(ConsumerRecord::value).contains("{\"type\":\"coupon_used\"}", "{\"type\":");
    }

    @Test
    void followsThePulse() throws Exception {
        await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> {
            log.write(Topic.PULSE, 0, null, Events.pulse(30));
            log.write(Topic.PULSE, 1, null, Events.pulse(20));
            String pulse = redis.hget(KEYS.pulse(), "value");
            return pulse != null && pulse.contains(Events.recordedAt(30).toString());
        });
    }

    @Test
    void fillsAnEmptiedAndARestartedRedisWithoutNewEvents() throws Exception {
        long last = sale("Refill", 2, "3.5");
        JsonNode day = awaitDay("Refill", Cut.empty().with(2, last));

        redis.flushall();
        assertThat(awaitDay("Refill", Cut.empty().with(2, last))).isEqualTo(day);
        await().atMost(LONG).until(() -> "v1".equals(redis.get(LiveKeys.CURRENT)));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(redis.hget(KEYS.minutes("Refill", DATE), "10:30"))
                        .contains("\"net\":\"3.5000\""));

        redis.flushall();
        engines.redis().process().kill();
        engines.redis().process().start();
        assertThat(awaitDay("Refill", Cut.empty().with(2, last))).isEqualTo(day);
    }

    @Test
    void losesNothingWhileRedisIsDown() throws Exception {
        awaitDay("Down", Cut.empty().with(3, sale("Down", 3, "1")));
        engines.redis().process().kill();
        long last = 0;
        for (int i = 0; i < 20; i++) {
            last = sale("Down", 3, "1");
        }
        engines.redis().process().start();

        assertThat(awaitDay("Down", Cut.empty().with(3, last)).get("net").asText())
                .isEqualTo("21.0000");
    }

    @Test
    void givesTheSameFiguresAfterKills() throws Exception {
        Cut cut = Cut.empty();
        for (int i = 0; i < 2_000; i++) {
            int partition = i % Topic.PARTITIONS;
            cut = cut.with(partition, sale("Kill", partition, "0.01"));
            if (i % 900 == 899) {
                stream.kill();
                stream = StreamProcess.start(directory, properties);
                Cut some = cut;
                await().atMost(LONG).until(() -> !cutOf("Kill").equals(Cut.empty()) && some.dominates(cutOf("Kill")));
            }
        }
        JsonNode day = awaitDay("Kill", cut);

        assertThat(day.get("orders").asInt()).isEqualTo(2_000);
        assertThat(day.get("net").asText()).isEqualTo("20.0000");
    }

    private long sale(String store, int partition, String price) {
        long n = sequence.incrementAndGet();
        return log.write(
                Topic.ORDERS, partition, EventLog.position(n), Events.sale("order-" + n, store, DATE, "X", price, (int)
                        (n % 60)));
    }

    private String next() {
        return EventLog.position(sequence.incrementAndGet());
    }

    private JsonNode awaitDay(String store, Cut cut) throws Exception {
        await().atMost(LONG).ignoreException(RedisException.class).until(() -> cut.equals(cutOf(store)));
        return new ObjectMapper().readTree(redis.hget(KEYS.day(store, DATE), "value"));
    }

    private Cut cutOf(String store) {
        String text = redis.hget(KEYS.day(store, DATE), "cut");
        return text == null ? Cut.empty() : Cut.parse(text);
    }

    private List<ConsumerRecord<String, String>> awaitDeadLetters(int count) {
        List<ConsumerRecord<String, String>> letters = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", engines.kafka().bootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(DeadLetterTopic.NAME, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return letters.size() >= count;
            });
        }
        return letters;
    }
}
