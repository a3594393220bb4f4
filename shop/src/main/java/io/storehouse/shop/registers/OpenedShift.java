package io.storehouse.shop.registers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A shift as it was opened. */
record OpenedShift(
        UUID id,
        String store,
        String register,
        LocalDate businessDate,
        Instant openedAt,
        BigDecimal openingFloat,
        boolean replayed) {}
