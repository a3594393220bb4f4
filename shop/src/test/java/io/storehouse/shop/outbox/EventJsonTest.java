package io.storehouse.shop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.LiveKeys;
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
import io.storehouse.contracts.events.StockPeriodClosed;
import io.storehouse.contracts.events.StockReceived;
import io.storehouse.contracts.events.StoreChanged;
import io.storehouse.contracts.events.SupplierChanged;
import io.storehouse.contracts.events.TaxClassChanged;
import io.storehouse.contracts.events.TransferChanged;
import io.storehouse.contracts.events.UnitChanged;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {
    private static final JsonMapper READER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static Stream<Map.Entry<String, Class<?>>> events() {
        return Stream.of(
                Map.entry("order_placed", OrderPlaced.class),
                Map.entry("category_changed", CategoryChanged.class),
                Map.entry("spu_changed", SpuChanged.class),
                Map.entry("tax_class_changed", TaxClassChanged.class),
                Map.entry("prices_changed", PricesChanged.class),
                Map.entry("supplier_changed", SupplierChanged.class),
                Map.entry("purchase_order_changed", PurchaseOrderChanged.class),
                Map.entry("flash_sale_changed", FlashSaleChanged.class),
                Map.entry("goods_returned_to_supplier", GoodsReturnedToSupplier.class),
                Map.entry("promotion_changed", PromotionChanged.class),
                Map.entry("gift_card_issued", GiftCardIssued.class),
                Map.entry("customer_merged", CustomerMerged.class),
                Map.entry("customer_erased", CustomerErased.class),
                Map.entry("points_moved", PointsMoved.class),
                Map.entry("return_accepted", ReturnAccepted.class),
                Map.entry("shift_opened", ShiftOpened.class),
                Map.entry("shift_closed", ShiftClosed.class),
                Map.entry("cash_moved", CashMoved.class),
                Map.entry("stock_received", StockReceived.class),
                Map.entry("stock_adjusted", StockAdjusted.class),
                Map.entry("store_changed", StoreChanged.class),
                Map.entry("product_changed", ProductChanged.class),
                Map.entry("customer_changed", CustomerChanged.class),
                Map.entry("rows_rejected", RowsRejected.class),
                Map.entry("stock_level_changed", StockLevelChanged.class),
                Map.entry("stock_period_closed", StockPeriodClosed.class),
                Map.entry("programme_changed", ProgrammeChanged.class),
                Map.entry("mark", Mark.class),
                Map.entry("pulse", Pulse.class),
                Map.entry("reservation_changed", ReservationChanged.class),
                Map.entry("transfer_changed", TransferChanged.class),
                Map.entry("register_changed", RegisterChanged.class),
                Map.entry("unit_changed", UnitChanged.class),
                Map.entry("scale_code_changed", ScaleCodeChanged.class),
                Map.entry("product_images_changed", ProductImagesChanged.class),
                Map.entry("stock_counted", StockCounted.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesWhatTheContractShows(Map.Entry<String, Class<?>> event) throws IOException {
        JsonNode golden = golden(event.getKey());
        JavaType type = READER.getTypeFactory().constructParametricType(Envelope.class, event.getValue());
        Envelope<?> envelope = READER.treeToValue(golden, type);

        assertThat(READER.readTree(new EventJson().write(envelope))).isEqualTo(golden);
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = LiveKeys.class.getResourceAsStream("golden/" + name + ".json")) {
            return READER.readTree(Objects.requireNonNull(file, name));
        }
    }
}
