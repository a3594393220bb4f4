package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickerFigureTest {
    @Test
    void keepsTheTwentyNewestByTheTimeTheyWereRecorded() {
        TickerFigure ticker = TickerFigure.empty();
        for (int offset = 30; offset > 0; offset--) {
            ticker = ticker.with(Sales.sale(1, offset, "2011-09-30", "A", "1"));
        }

        assertThat(ticker.entries()).hasSize(20);
        assertThat(ticker.entries().get(0).recordedAt()).isEqualTo(Sales.TEN.plusSeconds(30));
        assertThat(ticker.entries().get(19).recordedAt()).isEqualTo(Sales.TEN.plusSeconds(11));
        assertThat(ticker.cut()).isEqualTo("-1,30,-1,-1");
    }
}
