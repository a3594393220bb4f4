package io.storehouse.shop.registers;

import java.time.Instant;
import java.util.UUID;

/** A shift that is being closed, its register locked, with its Z report. */
record ShiftClosing(CloseShift command, Shift shift, ShiftReport report, Instant at) {

    /** A closing as it was recorded; the report is read from the closed shift, which does not change any more. */
    record Recorded(UUID id, UUID shift, boolean replayed) {}
}
