package io.storehouse.stream.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.OrderPlaced;
import io.storehouse.contracts.events.Pulse;
import io.storehouse.contracts.events.ReturnAccepted;
import io.storehouse.stream.intake.DeadLetter;
import io.storehouse.stream.intake.InvalidEventException;
import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.live.SaleDocument.Kind;
import io.storehouse.stream.live.SaleDocument.Line;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the events of the orders and pulse topics. Unknown fields are allowed, because the contract grows by them. */
final class EventReader {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final JavaType order = envelopeOf(OrderPlaced.class);
    private final JavaType accepted = envelopeOf(ReturnAccepted.class);
    private final JavaType pulse = envelopeOf(Pulse.class);

    /**
     * The sale or return in a record of the orders topic, without its lines of gift cards, which are money owed and no sale;
     * empty for a mark, for what shifts say, and for a document of gift cards alone.
     *
     * @throws InvalidEventException when it is neither, or cannot be read
     */
    Optional<SaleDocument> document(LogRecord record) throws InvalidEventException {
        JsonNode event = parse(record);
        EventType type = typeOf(event);
        return switch (type) {
            case MARK, SHIFT_OPENED, SHIFT_CLOSED, CASH_MOVED -> Optional.empty();
            case ORDER_PLACED -> counted(checked(() -> sale(record, json.convertValue(event, order))));
            case RETURN_ACCEPTED -> counted(checked(() -> returned(record, json.convertValue(event, accepted))));
            case STOCK_RECEIVED,
                    STOCK_ADJUSTED,
                    RESERVATION_CHANGED,
                    TRANSFER_CHANGED,
                    STOCK_COUNTED,
                    STORE_CHANGED,
                    PRODUCT_CHANGED,
                    CUSTOMER_CHANGED,
                    CUSTOMER_MERGED,
                    CUSTOMER_ERASED,
                    POINTS_MOVED,
                    PROMOTION_CHANGED,
                    GIFT_CARD_ISSUED,
                    CATEGORY_CHANGED,
                    SPU_CHANGED,
                    TAX_CLASS_CHANGED,
                    PRICES_CHANGED,
                    SUPPLIER_CHANGED,
                    PURCHASE_ORDER_CHANGED,
                    GOODS_RETURNED_TO_SUPPLIER,
                    FLASH_SALE_CHANGED,
                    STOCK_LEVEL_CHANGED,
                    STOCK_PERIOD_CLOSED,
                    PROGRAMME_CHANGED,
                    REGISTER_CHANGED,
                    UNIT_CHANGED,
                    SCALE_CODE_CHANGED,
                    PRODUCT_IMAGES_CHANGED,
                    ROWS_REJECTED,
                    PULSE -> throw misrouted(type, Topic.ORDERS);
        };
    }

    /**
     * When the pulse in a record of the pulse topic was recorded.
     *
     * @throws InvalidEventException when it is no pulse, or cannot be read
     */
    Instant pulse(LogRecord record) throws InvalidEventException {
        JsonNode event = parse(record);
        EventType type = typeOf(event);
        if (type != EventType.PULSE) {
            throw misrouted(type, Topic.PULSE);
        }
        return checked(() -> {
            Envelope<Pulse> envelope = json.convertValue(event, pulse);
            return present("recorded_at", envelope.recordedAt());
        });
    }

    private static SaleDocument sale(LogRecord record, Envelope<OrderPlaced> event) {
        OrderPlaced sale = present("payload", event.payload());
        List<Line> lines = present("lines", sale.lines()).stream()
                .filter(line -> line.giftCard() == null)
                .map(line -> new Line(
                        present("sku", line.sku()),
                        present("name", line.name()),
                        Decimals.units(line.quantity()),
                        Decimals.money(line.discount()),
                        Decimals.money(line.amount())))
                .toList();
        return document(record, event, Kind.SALE, present("order_id", sale.orderId()), sale.orderNo(), lines);
    }

    private static SaleDocument returned(LogRecord record, Envelope<ReturnAccepted> event) {
        ReturnAccepted accepted = present("payload", event.payload());
        List<Line> lines = present("lines", accepted.lines()).stream()
                .filter(line -> line.giftCard() == null)
                .map(line -> new Line(
                        present("sku", line.sku()),
                        present("name", line.name()),
                        Decimals.units(line.quantity()),
                        Decimals.NO_MONEY,
                        Decimals.money(line.amount())))
                .toList();
        return document(
                record, event, Kind.RETURN, present("return_id", accepted.returnId()), accepted.returnNo(), lines);
    }

    private static Optional<SaleDocument> counted(SaleDocument document) {
        return document.lines().isEmpty() ? Optional.empty() : Optional.of(document);
    }

    private static SaleDocument document(
            LogRecord record, Envelope<?> event, Kind kind, String id, String number, List<Line> lines) {
        return new SaleDocument(
                record.partition(),
                record.offset(),
                kind,
                id,
                present("number", number),
                present("store", event.store()),
                present("business_date", event.businessDate()).toString(),
                present("business_time", event.businessTime()),
                present("recorded_at", event.recordedAt()),
                lines);
    }

    private JsonNode parse(LogRecord record) throws InvalidEventException {
        String value = record.value();
        if (value == null) {
            throw new InvalidEventException(DeadLetter.Code.MALFORMED_EVENT, "Invalid event: it is empty");
        }
        try {
            return json.readTree(value);
        } catch (JsonProcessingException e) {
            throw new InvalidEventException(
                    DeadLetter.Code.MALFORMED_EVENT, "Invalid event: not JSON: " + e.getOriginalMessage());
        }
    }

    private static EventType typeOf(JsonNode event) throws InvalidEventException {
        String code = event.path("type").asText("");
        return EventType.ofCode(code)
                .orElseThrow(() ->
                        new InvalidEventException(DeadLetter.Code.UNKNOWN_TYPE, "Unknown event type: '" + code + "'"));
    }

    private static InvalidEventException misrouted(EventType type, Topic topic) {
        return new InvalidEventException(
                DeadLetter.Code.MISROUTED_TYPE, "Invalid event type on " + topic.topicName() + ": " + type.code());
    }

    private static <T> T present(String name, @Nullable T value) {
        return Objects.requireNonNull(value, () -> name + " is missing");
    }

    private static <T> T checked(Payload<T> payload) throws InvalidEventException {
        try {
            return payload.read();
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new InvalidEventException(DeadLetter.Code.INVALID_PAYLOAD, "Invalid payload: " + reason);
        }
    }

    private JavaType envelopeOf(Class<?> payload) {
        return json.getTypeFactory().constructParametricType(Envelope.class, payload);
    }

    @FunctionalInterface
    private interface Payload<T> {
        T read();
    }
}
