import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The baseline of bench/latency: a plain Kafka consumer that does nothing with an order but look at the clock. Arguments: the
 * broker's address, seconds. Prints how long after the shop recorded it an order was here; what the live page adds to that is
 * Flink, Redis and the way to the browser.
 */
final class RawConsumer {
    private static final Pattern RECORDED_AT = Pattern.compile("\"recorded_at\":\"([^\"]+)\"");

    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "group.id", "bench-" + UUID.randomUUID(),
                "auto.offset.reset", "latest",
                "enable.auto.commit", false);
        long end = System.nanoTime() + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        List<Long> micros = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("storehouse.orders"));
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMillis(200))) {
                    Matcher recordedAt = RECORDED_AT.matcher(order.value());
                    if (recordedAt.find()) {
                        Instant recorded = Instant.parse(recordedAt.group(1));
                        micros.add(Duration.between(recorded, Instant.now()).toNanos() / 1000);
                    }
                }
            }
        }
        Collections.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "commitToConsumer p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms, of %d%n",
                at(micros, 0.5),
                at(micros, 0.9),
                at(micros, 0.99),
                at(micros, 1),
                micros.size());
    }

    private static double at(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1000.0;
    }
}
