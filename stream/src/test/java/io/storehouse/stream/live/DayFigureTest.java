package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DayFigureTest {
    @Test
    void addsSalesUpBeforeAndAfterDiscount() {
        DayFigure day = DayFigure.empty()
                .with(Sales.sale(0, 4, "2011-09-30", "A", "9.5"))
                .with(Sales.sale(2, 7, "2011-09-30", "B", "0.0001"));

        assertThat(day.orders()).isEqualTo(2);
        assertThat(day.lines()).isEqualTo(2);
        assertThat(day.units()).isEqualTo("4.000");
        assertThat(day.gross()).isEqualTo("10.5001");
        assertThat(day.discount()).isEqualTo("1.0000");
        assertThat(day.net()).isEqualTo("9.5001");
        assertThat(day.cut()).isEqualTo("4,-1,7,-1");
        assertThat(day.recordedAt()).isEqualTo(Sales.TEN.plusSeconds(7));
    }

    @Test
    void takesReturnsOffTheNetAlone() {
        DayFigure day = DayFigure.empty()
                .with(Sales.sale(0, 1, "2011-09-30", "A", "9.5"))
                .with(Sales.returned(0, 2, "2011-09-30", "A", "12"));

        assertThat(day.returns()).isEqualTo(1);
        assertThat(day.orders()).isEqualTo(1);
        assertThat(day.lines()).isEqualTo(2);
        assertThat(day.units()).isEqualTo("2.000");
        assertThat(day.gross()).isEqualTo("10.0000");
        assertThat(day.returned()).isEqualTo(new BigDecimal("12.0000"));
        assertThat(day.net()).isEqualTo("-2.5000");
    }

    @Test
    void writesMoneyWithFourPlacesAndUnitsWithThree() {
        DayFigure day = DayFigure.empty().with(Sales.sale(0, 1, "2011-09-30", "A", "9.5"));

        assertThat(FigureJson.day(day))
                .isEqualTo("{\"orders\":1,\"returns\":0,\"lines\":1,\"units\":\"2.000\",\"gross\":\"10.0000\","
                        + "\"discount\":\"0.5000\",\"returned\":\"0.0000\",\"net\":\"9.5000\","
                        + "\"recorded_at\":\"2026-11-22T10:00:01Z\"}");
    }
}
