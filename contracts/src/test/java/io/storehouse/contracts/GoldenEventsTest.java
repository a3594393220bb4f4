package io.storehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.storehouse.contracts.events.CashMoved;
import io.storehouse.contracts.events.CategoryChanged;
import io.storehouse.contracts.events.CustomerChanged;
import io.storehouse.contracts.events.CustomerErased;
import io.storehouse.contracts.events.CustomerMerged;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.FlashSaleChanged;
import io.storehouse.contracts.events.GiftCardIssued;
import io.storehouse.contracts.events.GoodsReturnedToSupplier;
import io.storehouse.contracts.events.Mark;
import io.storehouse.contracts.events.OrderPlaced;
import io.storehouse.contracts.events.PointsMoved;
import io.storehouse.contracts.events.PricesChanged;
import io.storehouse.contracts.events.ProductChanged;
import io.storehouse.contracts.events.ProductImagesChanged;
import io.storehouse.contracts.events.ProgrammeChanged;
import io.storehouse.contracts.events.PromotionChanged;
import io.storehouse.contracts.events.Pulse;
import io.storehouse.contracts.events.PurchaseOrderChanged;
import io.storehouse.contracts.events.RegisterChanged;
import io.storehouse.contracts.events.ReservationChanged;
import io.storehouse.contracts.events.ReturnAccepted;
import io.storehouse.contracts.events.RowsRejected;
import io.storehouse.contracts.events.ScaleCodeChanged;
import io.storehouse.contracts.events.ShiftClosed;
import io.storehouse.contracts.events.ShiftOpened;
import io.storehouse.contracts.events.SpuChanged;
import io.storehouse.contracts.events.StockAdjusted;
import io.storehouse.contracts.events.StockCounted;
import io.storehouse.contracts.events.StockLevelChanged;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.contracts.events.StockPeriodClosed;
import io.storehouse.contracts.events.StockReceived;
import io.storehouse.contracts.events.StoreChanged;
import io.storehouse.contracts.events.SupplierChanged;
import io.storehouse.contracts.events.TaxClassChanged;
import io.storehouse.contracts.events.TransferChanged;
import io.storehouse.contracts.events.UnitChanged;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenEventsTest {
    private static final Map<EventType, Class<?>> PAYLOADS = Map.ofEntries(
            Map.entry(EventType.ORDER_PLACED, OrderPlaced.class),
            Map.entry(EventType.CATEGORY_CHANGED, CategoryChanged.class),
            Map.entry(EventType.SPU_CHANGED, SpuChanged.class),
            Map.entry(EventType.TAX_CLASS_CHANGED, TaxClassChanged.class),
            Map.entry(EventType.PRICES_CHANGED, PricesChanged.class),
            Map.entry(EventType.SUPPLIER_CHANGED, SupplierChanged.class),
            Map.entry(EventType.PURCHASE_ORDER_CHANGED, PurchaseOrderChanged.class),
            Map.entry(EventType.FLASH_SALE_CHANGED, FlashSaleChanged.class),
            Map.entry(EventType.GOODS_RETURNED_TO_SUPPLIER, GoodsReturnedToSupplier.class),
            Map.entry(EventType.PROMOTION_CHANGED, PromotionChanged.class),
            Map.entry(EventType.GIFT_CARD_ISSUED, GiftCardIssued.class),
            Map.entry(EventType.CUSTOMER_MERGED, CustomerMerged.class),
            Map.entry(EventType.CUSTOMER_ERASED, CustomerErased.class),
            Map.entry(EventType.POINTS_MOVED, PointsMoved.class),
            Map.entry(EventType.RETURN_ACCEPTED, ReturnAccepted.class),
            Map.entry(EventType.SHIFT_OPENED, ShiftOpened.class),
            Map.entry(EventType.SHIFT_CLOSED, ShiftClosed.class),
            Map.entry(EventType.CASH_MOVED, CashMoved.class),
            Map.entry(EventType.STOCK_RECEIVED, StockReceived.class),
            Map.entry(EventType.STOCK_ADJUSTED, StockAdjusted.class),
            Map.entry(EventType.STORE_CHANGED, StoreChanged.class),
            Map.entry(EventType.PRODUCT_CHANGED, ProductChanged.class),
            Map.entry(EventType.CUSTOMER_CHANGED, CustomerChanged.class),
            Map.entry(EventType.ROWS_REJECTED, RowsRejected.class),
            Map.entry(EventType.MARK, Mark.class),
            Map.entry(EventType.PULSE, Pulse.class),
            Map.entry(EventType.RESERVATION_CHANGED, ReservationChanged.class),
            Map.entry(EventType.TRANSFER_CHANGED, TransferChanged.class),
            Map.entry(EventType.STOCK_LEVEL_CHANGED, StockLevelChanged.class),
            Map.entry(EventType.STOCK_PERIOD_CLOSED, StockPeriodClosed.class),
            Map.entry(EventType.PROGRAMME_CHANGED, ProgrammeChanged.class),
            Map.entry(EventType.REGISTER_CHANGED, RegisterChanged.class),
            Map.entry(EventType.UNIT_CHANGED, UnitChanged.class),
            Map.entry(EventType.SCALE_CODE_CHANGED, ScaleCodeChanged.class),
            Map.entry(EventType.PRODUCT_IMAGES_CHANGED, ProductImagesChanged.class),
            Map.entry(EventType.STOCK_COUNTED, StockCounted.class));

    /** Members that came after the first version of their event, and that its older events do not have. */
    private static final Map<EventType, Set<String>> ADDED = Map.of(
            EventType.PRODUCT_CHANGED,
            Set.of(
                    "category",
                    "category_path",
                    "spu",
                    "variant",
                    "unit",
                    "tax_class",
                    "brand",
                    "status",
                    "barcodes",
                    "packs"),
            EventType.STORE_CHANGED,
            Set.of("prices_include_tax", "tax_rounding"),
            EventType.SHIFT_CLOSED,
            Set.of("tax_added", "gift_cards"),
            EventType.ORDER_PLACED,
            Set.of("tax", "tax_added"),
            EventType.RETURN_ACCEPTED,
            Set.of("tax", "tax_added"));

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void goldenEventIsReadAndWrittenWithoutLoss(EventType type) throws IOException {
        JsonNode golden = json.readTree(resource("golden/" + type.code() + ".json"));
        JavaType envelope = json.getTypeFactory().constructParametricType(Envelope.class, PAYLOADS.get(type));
        Object event = json.convertValue(golden, envelope);
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void goldenEventFollowsItsSchema(EventType type) throws IOException {
        JsonNode golden = json.readTree(resource("golden/" + type.code() + ".json"));
        assertThat(schema(type).validate(golden)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void schemaNoticesEveryMissingMember(EventType type) throws IOException {
        JsonNode golden = json.readTree(resource("golden/" + type.code() + ".json"));
        golden.path("payload").fieldNames().forEachRemaining(name -> {
            if (ADDED.getOrDefault(type, Set.of()).contains(name)) {
                return;
            }
            ObjectNode broken = golden.deepCopy();
            ((ObjectNode) broken.path("payload")).remove(name);
            assertThat(schema(type).validate(broken)).as("without " + name).isNotEmpty();
        });
    }

    @Test
    void readsOrdersOfBeforeThereWereTrailsAndTaxes() throws IOException {
        ObjectNode old = (ObjectNode) json.readTree(resource("golden/order_placed.json"));
        old.path("payload")
                .path("lines")
                .forEach(line -> ((ObjectNode) line).remove(List.of("trail", "gift_card", "tax_percent", "tax")));
        ((ObjectNode) old.path("payload")).remove(List.of("tax", "tax_added"));
        old.path("payload").path("payments").forEach(payment -> ((ObjectNode) payment).remove("gift_card"));

        assertThat(schema(EventType.ORDER_PLACED).validate(old)).isEmpty();
        OrderPlaced order = json.treeToValue(old.path("payload"), OrderPlaced.class);
        assertThat(order.tax()).isNull();
        assertThat(order.taxAdded()).isNull();
        assertThat(order.lines()).allSatisfy(line -> {
            assertThat(line.trail()).isNull();
            assertThat(line.giftCard()).isNull();
            assertThat(line.tax()).isNull();
        });
        assertThat(order.payments())
                .allSatisfy(payment -> assertThat(payment.giftCard()).isNull());
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"PRODUCT_CHANGED", "STORE_CHANGED", "SHIFT_CLOSED"})
    void eventOfTheFirstVersionIsStillRead(EventType type) throws IOException {
        JsonNode first = json.readTree(resource("golden/" + type.code() + ".first.json"));
        JavaType envelope = json.getTypeFactory().constructParametricType(Envelope.class, PAYLOADS.get(type));

        JsonNode read = json.readTree(json.writeValueAsString(json.<Object>convertValue(first, envelope)));

        assertThat(schema(type).validate(first)).isEmpty();
        ADDED.getOrDefault(type, Set.of()).forEach(name -> {
            assertThat(read.path("payload").path(name).isNull()).as(name).isTrue();
            ((ObjectNode) read.path("payload")).remove(name);
        });
        assertThat(read).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"ORDER_PLACED", "RETURN_ACCEPTED"})
    void fingerprintOfADocumentIsTheSumOfItsLines(EventType type) throws IOException {
        JsonNode payload =
                json.readTree(resource("golden/" + type.code() + ".json")).path("payload");
        boolean sale = type == EventType.ORDER_PLACED;
        String id = payload.path(sale ? "order_id" : "return_id").asText();
        long sum = 0;
        for (JsonNode line : payload.path("lines")) {
            sum += LineFingerprint.of(
                    sale ? "sale" : "return",
                    id,
                    line.path("line_no").asInt(),
                    line.path("sku").asText(),
                    new BigDecimal(line.path("quantity").asText()),
                    new BigDecimal(line.path("unit_price").asText()),
                    new BigDecimal(line.path("amount").asText()));
        }
        assertThat(payload.path("fingerprint").asText()).isEqualTo(Long.toString(sum));
    }

    @Test
    void readsReturnsOfBeforeThereWereTaxesAndGiftCardsOnTheirLines() throws IOException {
        ObjectNode old = (ObjectNode) json.readTree(resource("golden/return_accepted.json"));
        ObjectNode payload = (ObjectNode) old.path("payload");
        payload.path("lines").forEach(line -> ((ObjectNode) line).remove(List.of("tax_percent", "tax", "gift_card")));
        payload.remove(List.of("tax", "tax_added"));

        assertThat(schema(EventType.RETURN_ACCEPTED).validate(old)).isEmpty();
        ReturnAccepted back = json.treeToValue(payload, ReturnAccepted.class);
        assertThat(back.taxAdded()).isNull();
        assertThat(back.lines()).allSatisfy(line -> {
            assertThat(line.tax()).isNull();
            assertThat(line.giftCard()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"ORDER_PLACED", "RETURN_ACCEPTED"})
    void lineOfAGiftCardCarriesItsIdAndNothingElse(EventType type) throws IOException {
        ObjectNode event = (ObjectNode) json.readTree(resource("golden/" + type.code() + ".json"));
        ObjectNode line = (ObjectNode) event.path("payload").path("lines").path(0);

        line.put("gift_card", "0190c5a0-7b1e-7c3d-8e4f-000000000009");
        assertThat(schema(type).validate(event)).isEmpty();
        JavaType envelope = json.getTypeFactory().constructParametricType(Envelope.class, PAYLOADS.get(type));
        assertThat(json.readTree(json.writeValueAsString(json.<Object>convertValue(event, envelope))))
                .isEqualTo(event);

        line.put("gift_card", "7K2M-9QXA-4HTR-WLPD");
        assertThat(schema(type).validate(event)).as("a code").isNotEmpty();
    }

    @Test
    void movesFromBeforeValuesWereKeptAreRead() throws IOException {
        ObjectNode event = (ObjectNode) json.readTree(resource("golden/stock_received.json"));
        ObjectNode move = (ObjectNode) event.path("payload").path("moves").path(0);
        move.remove("value");
        assertThat(schema(EventType.STOCK_RECEIVED).validate(event)).isEmpty();
        assertThat(json.treeToValue(move, StockMove.class).value()).isNull();
    }

    @Test
    void readsCustomersOfBeforeTheyHadTiersAndConsents() throws IOException {
        assertThat(json.readValue("{\"code\":\"17850\"}", CustomerChanged.class))
                .isEqualTo(new CustomerChanged("17850", null, null, null));
    }

    private static JsonSchema schema(EventType type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("schemas/" + type.code() + ".schema.json"));
    }

    private static InputStream resource(String name) {
        InputStream stream = Topic.class.getResourceAsStream(name);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("No resource " + name));
        }
        return stream;
    }
}
