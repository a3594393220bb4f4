package io.storehouse.shop.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClawedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void takesEverythingInAnyNumberOfReturnsAndNeverMore() {
        Random random = new Random(20260301);
        for (int round = 0; round < 2_000; round++) {
            long points = random.nextInt(500);
            BigDecimal bought = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            Clawed order = Clawed.of(earn(points, bought), List.of());
            BigDecimal left = bought;
            long taken = 0;
            while (left.signum() > 0) {
                BigDecimal some = BigDecimal.valueOf(
                        1 + random.nextInt(left.unscaledValue().intValue()), 2);
                long claw = order.claw(some);
                assertThat(claw).isNotNegative();
                taken += claw;
                left = left.subtract(some);
                assertThat(taken).isLessThanOrEqualTo(points);
            }
            assertThat(taken).isEqualTo(points);
            assertThat(order.claw(BigDecimal.ONE)).isZero();
        }
    }

    @Test
    void goesOnWhereEarlierReturnsEnded() {
        Move earn = earn(10, new BigDecimal("100"));
        Move before = new Move(
                "C",
                MoveKind.CLAW_BACK,
                UUID.randomUUID(),
                0,
                earn.document(),
                -1,
                new BigDecimal("2"),
                null,
                null,
                DAY,
                Instant.EPOCH);
        Clawed order = Clawed.of(earn, List.of(new PointsLedger.Entry(before, 2, 9)));

        assertThat(order.claw(new BigDecimal("8"))).isZero();
        assertThat(order.claw(new BigDecimal("0.01"))).isEqualTo(1);
        assertThat(order.claw(new BigDecimal("89.99"))).isEqualTo(8);
    }

    @Test
    void takesEveryCreditOutOfWhatExpiresFirst() {
        Lots lots = Lots.of(
                List.of(entry(10, DAY.plusDays(20)), entry(5, null), entry(7, DAY.plusDays(10)), entry(-9, null)));

        assertThat(lots.left()).containsExactly(new Lots.Lot(8, DAY.plusDays(20)), new Lots.Lot(5, null));
        assertThat(lots.expired(DAY.plusDays(19))).isZero();
        assertThat(lots.expired(DAY.plusDays(20))).isEqualTo(8);
        assertThat(lots.next(DAY)).isEqualTo(DAY.plusDays(20));
        assertThat(lots.next(DAY.plusDays(20))).isEqualTo(Lots.NEVER);
    }

    @Test
    void leavesNothingToExpireOfADebt() {
        assertThat(Lots.of(List.of(entry(10, DAY), entry(-25, null), entry(5, DAY)))
                        .left())
                .isEmpty();
    }

    private static PointsLedger.Entry entry(long points, @Nullable LocalDate expiresOn) {
        return new PointsLedger.Entry(
                new Move(
                        "C",
                        points > 0 ? MoveKind.EARN : MoveKind.REDEEM,
                        UUID.randomUUID(),
                        0,
                        null,
                        points,
                        null,
                        expiresOn,
                        null,
                        DAY,
                        Instant.EPOCH),
                1,
                0);
    }

    private static Move earn(long points, BigDecimal bought) {
        return new Move("C", MoveKind.EARN, UUID.randomUUID(), 0, null, points, bought, null, "S", DAY, Instant.EPOCH);
    }
}
