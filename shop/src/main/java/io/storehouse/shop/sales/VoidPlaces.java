package io.storehouse.shop.sales;

import io.storehouse.shop.registers.ShiftBook;
import io.storehouse.shop.stores.Stores;
import org.springframework.stereotype.Component;

/** Which shifts are open where orders are voided. */
@Component
class VoidPlaces {
    private final Stores stores;
    private final ShiftBook shifts;

    VoidPlaces(Stores stores, ShiftBook shifts) {
        this.stores = stores;
        this.shifts = shifts;
    }

    /** The key of the till's open shift, its register locked; 0 where there is none. */
    long openShift(String store, String till) {
        return shifts.openShift(stores.require(store), till).orElse(0);
    }
}
