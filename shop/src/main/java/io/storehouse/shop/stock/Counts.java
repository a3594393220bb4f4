package io.storehouse.shop.stock;

/**
 * Stocktakes. The shop goes on selling: a count says what was there at one time, and what happened after that time stays as it
 * happened, whenever it was recorded. Each command is recorded once; it joins a running transaction.
 */
public interface Counts {
    /** Opens a count. */
    StockDocument open(OpenCount count);

    /**
     * Keeps what was counted, with what the books had at that time.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code count-closed}; {@code already-counted} when the SKU was counted
     *     at that place and the entry does not say that it replaces that one
     */
    StockDocument enter(EnterCount entry);

    /**
     * Posts the differences.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code count-closed}; {@code count-ambiguous} when a SKU moved between
     *     the counts of its places; {@code insufficient-stock} when what is reserved or was sold since is more than was counted
     */
    StockDocument finish(FinishCount closing);
}
