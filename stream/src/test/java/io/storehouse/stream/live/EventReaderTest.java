package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.stream.intake.InvalidEventException;
import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.testing.Events;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private final EventReader reader = new EventReader();

    @Test
    void readsTheGoldenSale() throws Exception {
        SaleDocument sale = reader.document(record(golden("order_placed"))).orElseThrow();

        assertThat(sale.kind()).isEqualTo(SaleDocument.Kind.SALE);
        assertThat(sale.number()).isEqualTo("536365");
        assertThat(sale.store()).isEqualTo("United Kingdom");
        assertThat(sale.businessDate()).isEqualTo("2010-12-01");
        assertThat(sale.businessTime()).isEqualTo("08:26");
        assertThat(sale.recordedAt()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123456Z"));
        assertThat(sale.amount()).isEqualTo("32.8000");
        assertThat(sale.discount()).isEqualTo("0.5000");
        assertThat(sale.quantity()).isEqualTo("7.000");
        assertThat(sale.lines()).hasSize(2);
        assertThat(sale.offset()).isEqualTo(17);
    }

    @Test
    void readsTheGoldenReturnAndPulse() throws Exception {
        assertThat(reader.document(record(golden("return_accepted")))
                        .orElseThrow()
                        .isReturn())
                .isTrue();
        assertThat(reader.pulse(record(golden("pulse")))).isAfter(Instant.EPOCH);
    }

    @Test
    void passesOverWhatIsNeitherSaleNorReturn() throws Exception {
        for (String type : List.of("mark", "shift_opened", "shift_closed", "cash_moved")) {
            assertThat(reader.document(record(golden(type)))).as(type).isEmpty();
        }
    }

    @Test
    void leavesGiftCardsOutOfSalesAndReturns() throws Exception {
        String sale = Events.sale("a", "Berlin", "2011-09-30", "X", "2.5", 0);
        String back = Events.returned("b", "Berlin", "2011-09-30", "X", "2.5", 0);
        for (String event : List.of(sale, back)) {
            SaleDocument document =
                    reader.document(record(Events.andGiftCard(event, "25"))).orElseThrow();

            assertThat(document).isEqualTo(reader.document(record(event)).orElseThrow());
            assertThat(document.lines()).extracting(SaleDocument.Line::sku).containsExactly("X");
            assertThat(document.amount()).isEqualTo("2.5000");
        }
    }

    @Test
    void passesOverADocumentOfGiftCardsAlone() throws Exception {
        String sale = Events.sale("a", "Berlin", "2011-09-30", "CARD", "25", 0);
        String back = Events.returned("b", "Berlin", "2011-09-30", "CARD", "25", 0);

        assertThat(reader.document(record(Events.ofGiftCard(sale)))).isEmpty();
        assertThat(reader.document(record(Events.ofGiftCard(back)))).isEmpty();
        assertThat(reader.document(record(Events.ofGiftCard(Events.andGiftCard(sale, "50")))))
                .isEmpty();
        assertRefused(
                Events.ofGiftCard(sale).replace("\"store\":\"Berlin\"", "\"store\":null"),
                "Invalid payload: store is missing");
    }

    @Test
    void refusesEveryTypeOfAnotherTopic() throws Exception {
        for (EventType type : EventType.values()) {
            if (type == EventType.MARK || type.topic().equals(Optional.of(Topic.ORDERS))) {
                continue;
            }
            String event = golden(type.code());
            assertThatThrownBy(() -> reader.document(record(event)))
                    .isInstanceOf(InvalidEventException.class)
                    .hasMessage("Invalid event type on storehouse.orders: " + type.code());
        }
    }

    @Test
    void saysWhatIsWrongWithAnEvent() {
        assertRefused(null, "Invalid event: it is empty");
        assertRefused("{\"type\":", "Invalid event: not JSON: Unexpected end-of-input");
        assertRefused("{\"type\":\"coupon_used\"}", "Unknown event type: 'coupon_used'");
        assertRefused("[]", "Unknown event type: ''");
        assertRefused("{\"type\":\"order_placed\",\"schema_version\":1}", "Invalid payload: payload is missing");
        String sale = Events.sale("a", "Berlin", "2011-09-30", "X", "1", 0);
        assertRefused(sale.replace("\"store\":\"Berlin\"", "\"store\":null"), "Invalid payload: store is missing");
        assertRefused(sale.replace("\"1.0000\"", "\"1.00001\""), "Invalid payload: Rounding necessary");
        assertRefused(sale.replace("\"1.0000\"", "\"much\""), "Invalid payload: Cannot deserialize value");
    }

    private void assertRefused(@Nullable String value, String message) {
        assertThatThrownBy(() -> reader.document(record(value)))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith(message);
    }

    private static LogRecord record(@Nullable String value) {
        return new LogRecord("storehouse.orders", 2, 17, 0, "position", "key", value);
    }

    private static String golden(String type) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(EventType.class.getResourceAsStream("golden/" + type + ".json"), type)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
