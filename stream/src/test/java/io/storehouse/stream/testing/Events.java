package io.storehouse.stream.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.Mark;
import io.storehouse.contracts.events.OrderPlaced;
import io.storehouse.contracts.events.Pulse;
import io.storehouse.contracts.events.ReturnAccepted;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in the JSON of the contract, made from its records. */
public final class Events {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainText()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Instant RECORDED = Instant.parse("2026-11-22T10:00:00Z");
    private static final String GIFT_CARD = "0190c5a0-7b1e-7c3d-8e4f-000000000009";
    private static final BigDecimal NOTHING = new BigDecimal("0.0000");

    private Events() {}

    /** A sale of one piece for that price at 10:30; recorded {@code seconds} after 10:00. */
    public static String sale(String id, String store, String date, String sku, String price, int seconds) {
        BigDecimal amount = new BigDecimal(price).setScale(4);
        BigDecimal one = new BigDecimal("1.000");
        return text(
                EventType.ORDER_PLACED,
                store,
                date,
                seconds,
                new OrderPlaced(
                        id,
                        "no-" + id,
                        "till",
                        "T1",
                        null,
                        "GBP",
                        amount,
                        NOTHING,
                        amount,
                        NOTHING,
                        amount,
                        one,
                        "1",
                        List.of(new OrderPlaced.Line(
                                1,
                                "line-" + id,
                                sku,
                                "name of " + sku,
                                one,
                                amount,
                                NOTHING,
                                amount,
                                true,
                                null,
                                null,
                                null,
                                null)),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    /** A return of one piece for that price at 10:30; recorded {@code seconds} after 10:00. */
    public static String returned(String id, String store, String date, String sku, String price, int seconds) {
        BigDecimal amount = new BigDecimal(price).setScale(4);
        BigDecimal one = new BigDecimal("1.000");
        return text(
                EventType.RETURN_ACCEPTED,
                store,
                date,
                seconds,
                new ReturnAccepted(
                        id,
                        "no-" + id,
                        null,
                        "till",
                        "T1",
                        null,
                        "manager",
                        "GBP",
                        amount,
                        NOTHING,
                        amount,
                        one,
                        "1",
                        List.of(new ReturnAccepted.Line(
                                1,
                                "line-" + id,
                                null,
                                sku,
                                "name of " + sku,
                                one,
                                amount,
                                amount,
                                "unwanted",
                                "sellable",
                                true,
                                null,
                                null,
                                null)),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    /** The same sale or return, of a gift card. */
    public static String ofGiftCard(String event) {
        return event.replace("\"gift_card\":null", "\"gift_card\":\"" + GIFT_CARD + "\"");
    }

    /** The same sale or return with one more line: a gift card for that price, as SKU {@code CARD}. */
    public static String andGiftCard(String event, String price) {
        BigDecimal face = new BigDecimal(price).setScale(4);
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(event);
            ObjectNode payload = (ObjectNode) document.path("payload");
            ArrayNode lines = (ArrayNode) payload.path("lines");
            ObjectNode card = lines.path(0).deepCopy();
            lines.insert(
                    0,
                    card.put("line_no", 2)
                            .put("sku", "CARD")
                            .put("unit_price", face.toPlainString())
                            .put("amount", face.toPlainString())
                            .put("gift_card", GIFT_CARD));
            for (String total : List.of("gross", "lines_total", "payable")) {
                if (payload.has(total)) {
                    BigDecimal all = new BigDecimal(payload.path(total).asText()).add(face);
                    payload.put(total, all.toPlainString());
                }
            }
            return JSON.writeValueAsString(document.set("payload", payload.put("units", "2.000")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mark of the reconciliation. */
    public static String mark(String id, String topic, int partition) {
        return text(EventType.MARK, null, null, 0, new Mark(id, topic, partition, "irrelevant"));
    }

    /** A pulse recorded {@code seconds} after 10:00. */
    public static String pulse(int seconds) {
        return text(EventType.PULSE, null, null, seconds, new Pulse("shop"));
    }

    /** The instant that many seconds after 10:00. */
    public static Instant recordedAt(int seconds) {
        return RECORDED.plusSeconds(seconds);
    }

    private static <P> String text(
            EventType type, @Nullable String store, @Nullable String date, int seconds, P payload) {
        try {
            return JSON.writeValueAsString(new Envelope<>(
                    "event-" + payload.hashCode(),
                    type.code(),
                    1,
                    RECORDED,
                    RECORDED.plusSeconds(seconds),
                    store,
                    date == null ? null : LocalDate.parse(date),
                    date == null ? null : "10:30",
                    payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class PlainText extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toPlainString());
        }
    }
}
