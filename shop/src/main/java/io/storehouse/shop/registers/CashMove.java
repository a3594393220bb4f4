package io.storehouse.shop.registers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A cash move on its way into its shift, which is locked. */
record CashMove(long key, MoveCash command, Shift shift, Instant at) {

    /** A cash move as it was recorded. */
    record Recorded(
            UUID id, UUID shift, String kind, BigDecimal amount, String reason, Instant movedAt, boolean replayed) {}
}
