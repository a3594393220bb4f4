package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.EventType;
import io.storehouse.shop.notifying.EventReading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the golden events, and what is none. */
class EventReadingTest {
    @Test
    void tellsOfSalesAndReturns() {
        Notice sale = notice(golden("order_placed"));
        Notice back = notice(golden("return_accepted"));

        assertThat(sale.kind()).isEqualTo(NoticeKind.ORDER_PAID);
        assertThat(sale.document().toString())
                .isEqualTo(
                        golden("order_placed").path("payload").path("order_id").asString());
        assertThat(sale.order()).isEqualTo(sale.document());
        assertThat(sale.place()).isEqualTo("storehouse.orders/2/41");
        assertThat(back.kind()).isEqualTo(NoticeKind.RETURN_ACCEPTED);
        assertThat(back.document().toString())
                .isEqualTo(golden("return_accepted")
                        .path("payload")
                        .path("return_id")
                        .asString());
    }

    @Test
    void givesAnEventTheSameMessagesAlways() {
        Notice first = notice(golden("order_placed"));
        Notice again = notice(golden("order_placed"));

        assertThat(first.message(MessageChannel.SMS)).isEqualTo(again.message(MessageChannel.SMS));
        assertThat(first.message(MessageChannel.SMS)).isNotEqualTo(first.message(MessageChannel.EMAIL));
    }

    @Test
    void passesOverWhatTellsNobodyAnything() {
        for (EventType type : EventType.values()) {
            if (NoticeKind.of(type).isEmpty()) {
                ObjectNode event = golden("order_placed").put("type", type.code());
                assertThat(read(event)).as(type.code()).isInstanceOf(Reading.Passed.class);
            }
        }
    }

    @Test
    void passesOverImportsStrangersAndWhatIsOld() {
        ObjectNode imported = today("order_placed");
        ((ObjectNode) imported.path("payload")).put("channel", "import");
        ObjectNode nobody = today("order_placed");
        ((ObjectNode) nobody.path("payload")).putNull("customer");
        ObjectNode sentLate = today("order_placed").put("occurred_at", "2026-05-01T07:59:59Z");
        ObjectNode clockAhead = today("order_placed").put("recorded_at", "2026-05-01T07:59:59Z");
        ObjectNode justInTime = today("order_placed").put("occurred_at", "2026-05-01T08:00:00Z");

        assertThat(read(imported)).isInstanceOf(Reading.Passed.class);
        assertThat(read(nobody)).isInstanceOf(Reading.Passed.class);
        assertThat(read(sentLate)).isInstanceOf(Reading.Passed.class);
        assertThat(read(clockAhead)).isInstanceOf(Reading.Passed.class);
        assertThat(read(justInTime)).isInstanceOf(Reading.Told.class);
        ObjectNode ofAnOrder = today("return_accepted");
        ((ObjectNode) ofAnOrder.path("payload"))
                .putNull("customer")
                .put("order_id", "0197a1b0-0000-7000-8000-000000000001");
        assertThat(read(ofAnOrder)).as("the order says whose").isInstanceOf(Reading.Told.class);
        ((ObjectNode) ofAnOrder.path("payload")).putNull("order_id");
        assertThat(read(ofAnOrder)).isInstanceOf(Reading.Passed.class);
    }

    @Test
    void namesWhatItCannotRead() {
        assertPoison(read((byte[]) null), "unreadable");
        assertPoison(read(new byte[0]), "unreadable");
        assertPoison(read(bytes("{\"type\":")), "unreadable");
        assertPoison(read(new byte[] {(byte) 0xff, 0, 1}), "unreadable");
        assertPoison(read(bytes("[]")), "unreadable");
        assertPoison(read(today("order_placed").put("type", "order_teleported")), "unknown-type");
        assertPoison(read(today("order_placed").put("id", "not-a-uuid")), "unreadable");
        assertPoison(read(today("order_placed").put("occurred_at", "yesterday")), "unreadable");
        assertPoison(read(today("order_placed").put("store", "s".repeat(65))), "unreadable");
        assertPoison(read((ObjectNode) today("order_placed").set("payload", null)), "unreadable");
    }

    private static void assertPoison(Reading reading, String code) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Poison.class,
                        poison -> assertThat(poison.code()).isEqualTo(code));
    }

    private static Notice notice(ObjectNode event) {
        return ((Reading.Told) read(atHome(event))).notice();
    }

    private static Reading read(ObjectNode event) {
        return read(bytes(event.toString()));
    }

    private static Reading read(byte @Nullable [] value) {
        return new EventReading(
                        Duration.ofHours(24), Clock.fixed(Instant.parse("2026-05-02T08:00:00Z"), ZoneOffset.UTC))
                .read(new ConsumerRecord<>("storehouse.orders", 2, 41, bytes("k"), value));
    }

    private static ObjectNode today(String type) {
        return atHome(golden(type));
    }

    private static ObjectNode atHome(ObjectNode event) {
        ObjectNode payload = (ObjectNode) event.path("payload");
        payload.put("channel", "till").put("customer", "C1");
        return event.put("occurred_at", "2026-05-02T07:00:00Z").put("recorded_at", "2026-05-02T07:00:01Z");
    }

    private static ObjectNode golden(String type) {
        try (InputStream in = EventType.class.getResourceAsStream("golden/" + type + ".json")) {
            JsonNode event = JsonMapper.shared().readTree(Objects.requireNonNull(in));
            return (ObjectNode) event;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
