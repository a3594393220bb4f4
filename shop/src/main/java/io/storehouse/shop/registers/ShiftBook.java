package io.storehouse.shop.registers;

import io.storehouse.shop.stores.Store;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where sales and returns enter the shifts of their registers. Everything joins the running transaction and costs a fixed number
 * of statements. The registers concerned stay locked until it ends; nothing else may be locked before them that somebody who
 * holds a register waits for.
 */
public interface ShiftBook {
    /**
     * The shift of each arrival, in their order; empty where its till is no register. An offline document whose shift is closed
     * goes to the rescue shift of its register, which is opened where it is not there.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code no-open-shift}
     */
    List<OptionalLong> assign(List<Arrival> arrivals);

    /**
     * Adds documents to the shifts that they were assigned in this transaction.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code shift-closed}
     */
    void book(List<Booking> bookings);

    /**
     * Locks the register of a till and requires that it may sell; does nothing for a till that is no register.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code no-open-shift}
     */
    void requireOpen(Store store, String till);

    /**
     * Requires that money changes hands at a register, where the store has registers; at none, no shift would count it.
     *
     * @param till that is no register; null for none
     * @throws io.storehouse.shop.problems.ShopException {@code register-required}
     */
    void requireRegister(Store store, @Nullable String till);

    /** Whether a store has had a drawer with money in its currency. */
    boolean hasShifts(int storeId);

    /** The open regular shift of a till, its register locked; empty where there is none. */
    OptionalLong openShift(Store store, String till);
}
