package io.storehouse.shop.outbox;

import io.storehouse.contracts.events.Envelope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of events: snake_case, money as text with 4 places, quantities as text with 3, absent values as null. */
@Component
class EventJson {
    private static final int MONEY_PLACES = 4;
    private static final int QUANTITY_PLACES = 3;
    private static final Set<String> QUANTITIES = Set.of(
            "quantity",
            "units",
            "on_hand",
            "onHand",
            "received",
            "found",
            "book",
            "sent_back",
            "sentBack",
            "minimum",
            "maximum",
            "factor");

    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule("events").addSerializer(new Decimal(MONEY_PLACES)))
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    String write(Envelope<?> envelope) {
        return mapper.writeValueAsString(envelope);
    }

    private static final class Decimal extends StdSerializer<BigDecimal> {
        private final int places;

        Decimal(int places) {
            super(BigDecimal.class);
            this.places = places;
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
            boolean quantity = property != null && QUANTITIES.contains(property.getName());
            return new Decimal(quantity ? QUANTITY_PLACES : MONEY_PLACES);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.setScale(places, RoundingMode.UNNECESSARY).toPlainString());
        }
    }
}
