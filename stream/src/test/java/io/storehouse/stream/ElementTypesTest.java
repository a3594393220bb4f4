package io.storehouse.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.storehouse.stream.intake.DeadLetter;
import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.live.DayFigure;
import io.storehouse.stream.live.SaleDocument;
import io.storehouse.stream.live.SkuFigure;
import io.storehouse.stream.live.StoreDay;
import io.storehouse.stream.live.TickerFigure;
import io.storehouse.stream.live.TopFigure;
import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                LogRecord.class,
                DeadLetter.class,
                SaleDocument.class,
                StoreDay.class,
                DayFigure.class,
                SkuFigure.class,
                TopFigure.class,
                TickerFigure.class,
                LiveFigure.class,
                Refill.class
            })
    void everyElementAndStateIsSerializedFieldByField(Class<?> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);

        assertThat(TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
        assertThatCode(() -> TypeInformation.of(type).createSerializer(config)).doesNotThrowAnyException();
    }
}
