package io.storehouse.shop.registers;

import java.util.UUID;

/**
 * A shift to be opened.
 *
 * @param id made by the client; the shift's identity
 * @param by who opens it; not part of what is asked for
 */
record OpenShift(UUID id, String store, String register, Count openingFloat, String by) {}
