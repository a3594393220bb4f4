package io.storehouse.shop.registers;

/** What tills have put aside, known to those who keep it. */
public interface HeldSales {
    /** How many sales the till holds that have not expired. */
    long of(int storeId, String till);
}
