package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkuRankingTest {
    @Test
    void ranksByNetThenBySku() {
        List<SkuFigure> ranked = SkuRanking.of(List.of(figure("C", 5), figure("A", 5), figure("B", 7)));

        assertThat(ranked).map(SkuFigure::sku).containsExactly("B", "A", "C");
    }

    @Test
    void tellsThatARankingNeedsAllSkusWhenARankedOneFell() {
        List<SkuFigure> ranked = SkuRanking.of(List.of(figure("A", 5), figure("B", 7)));

        assertThat(SkuRanking.survives(ranked, List.of(figure("B", 6)))).isFalse();
        assertThat(SkuRanking.survives(ranked, List.of(figure("B", 8), figure("C", 1))))
                .isTrue();
    }

    @Test
    void givesStepByStepWhatAllSkusGiveAtOnce() {
        Random random = new Random(3);
        Map<String, SkuFigure> all = new HashMap<>();
        List<SkuFigure> ranked = List.of();
        for (int step = 0; step < 5_000; step++) {
            String sku = "SKU" + random.nextInt(40);
            long net = all.containsKey(sku) ? all.get(sku).net().longValue() : 0;
            SkuFigure changed = figure(sku, net + random.nextInt(-20, 30));
            all.put(sku, changed);
            ranked = SkuRanking.survives(ranked, List.of(changed))
                    ? SkuRanking.with(ranked, List.of(changed))
                    : SkuRanking.of(all.values());

            assertThat(ranked).isEqualTo(SkuRanking.of(all.values()));
        }
    }

    private static SkuFigure figure(String sku, long net) {
        return new SkuFigure(sku, sku, Instant.EPOCH, BigDecimal.ONE, BigDecimal.valueOf(net));
    }
}
