package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReorderPointTest {
    @Test
    void coversDemandAndLeadTimeThatVary() {
        ReorderPoint point = ReorderPoint.of(supply("100", "20", "7", "2", "1.65"));

        assertThat(point.safetyStock()).isEqualByComparingTo("342");
        assertThat(point.reorderPoint()).isEqualByComparingTo("1042");
    }

    @Test
    void needsNoSafetyWhereNothingVaries() {
        ReorderPoint point = ReorderPoint.of(supply("2.5", "0", "3", "0", "1.65"));

        assertThat(point.safetyStock()).isZero();
        assertThat(point.reorderPoint()).isEqualByComparingTo("8");
    }

    @Test
    void doesNotRoundUpWhatIsWhole() {
        assertThat(ReorderPoint.of(supply("0", "3", "4", "0", "1")).safetyStock())
                .isEqualByComparingTo("6");
    }

    private static ReorderPoint.Supply supply(
            String demand, String demandDeviation, String leadTime, String leadTimeDeviation, String z) {
        return new ReorderPoint.Supply(
                new BigDecimal(demand),
                new BigDecimal(demandDeviation),
                new BigDecimal(leadTime),
                new BigDecimal(leadTimeDeviation),
                new BigDecimal(z));
    }
}
