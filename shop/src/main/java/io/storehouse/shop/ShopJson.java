package io.storehouse.shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON of the HTTP API: decimals are text, unknown members are refused. A decimal that would be long when it is written out,
 * as 1e300000000 is, cannot be read; nor can a date beyond the year 9999.
 */
@Configuration(proxyBeanMethods = false)
class ShopJson {
    @Bean
    JsonMapperBuilderCustomizer decimalsAsText() {
        return builder -> builder.addModule(new SimpleModule("decimals")
                        .addSerializer(new DecimalText())
                        .addDeserializer(BigDecimal.class, new BoundedDecimal())
                        .addDeserializer(LocalDate.class, new BoundedDate()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    private static final class DecimalText extends StdSerializer<BigDecimal> {
        DecimalText() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }

    /** A date that tables can keep. */
    private static final class BoundedDate extends StdDeserializer<LocalDate> {
        private static final int FIRST_YEAR = 1000;
        private static final int LAST_YEAR = 9999;

        BoundedDate() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser in, DeserializationContext context) {
            LocalDate date = LocalDateDeserializer.INSTANCE.deserialize(in, context);
            if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
                return context.reportInputMismatch(this, "Invalid date: %s", date);
            }
            return date;
        }
    }

    private static final class BoundedDecimal extends StdDeserializer<BigDecimal> {
        private static final int MOST_DIGITS = 40;

        BoundedDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser in, DeserializationContext context) {
            BigDecimal value = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(in, context);
            if (value != null && (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS)) {
                return context.reportInputMismatch(this, "Invalid number: over %d digits", MOST_DIGITS);
            }
            return value;
        }
    }
}
