package io.storehouse.shop.documents;

import java.util.function.Supplier;

/** Runs work in one database transaction. */
public interface Transactions {
    /**
     * Runs the work in a transaction and, where the database broke it off for a deadlock or a lock wait, runs all of it again, a
     * bounded number of times. Within a running transaction it only joins that.
     */
    <T> T inOne(Supplier<T> work);

    /**
     * Runs the work within the running transaction so that, where it fails, only what the work did is undone and the transaction
     * can go on. Where the database broke off all of the transaction, the failure is the one that {@link #inOne} tries again.
     */
    void inSavepoint(Runnable work);
}
