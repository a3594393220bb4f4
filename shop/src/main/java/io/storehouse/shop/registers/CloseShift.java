package io.storehouse.shop.registers;

import java.util.UUID;

/**
 * A shift to be counted and closed.
 *
 * @param id made by the client; the closing's identity
 * @param unsynced how many sales the till has that the shop does not know yet
 * @param by who closes it; not part of what is asked for
 */
record CloseShift(UUID id, UUID shift, Count counted, int unsynced, String by) {}
