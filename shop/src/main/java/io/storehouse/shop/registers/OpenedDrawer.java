package io.storehouse.shop.registers;

import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.UUID;

/**
 * A shift as it is opened.
 *
 * @param key surrogate key
 * @param by who opened it
 */
record OpenedDrawer(
        long key, UUID id, Store store, Register register, ShiftKind kind, Count openingFloat, String by, Instant at) {

    BusinessTime businessTime() {
        return store.businessTimeOf(at);
    }
}
