package io.storehouse.shop.held;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.registers.ShiftBook;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import org.springframework.stereotype.Component;

/** Where sales are held, and who may. */
@Component
class HeldPlaces {
    private final Callers callers;
    private final Stores stores;
    private final ShiftBook shifts;

    HeldPlaces(Callers callers, Stores stores, ShiftBook shifts) {
        this.callers = callers;
        this.stores = stores;
        this.shifts = shifts;
    }

    Caller caller(String store) {
        return callers.in(store);
    }

    /** The store, in which that till may take sales over until the transaction ends. */
    Store open(String code, String till) {
        Store store = stores.require(code);
        shifts.requireOpen(store, till);
        return store;
    }
}
