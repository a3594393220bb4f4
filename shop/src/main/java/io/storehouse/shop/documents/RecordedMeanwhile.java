package io.storehouse.shop.documents;

import org.springframework.dao.ConcurrencyFailureException;

/** A command was refused for what its own twin did, which committed while this one waited: run again, it is answered like it. */
final class RecordedMeanwhile extends ConcurrencyFailureException {
    private static final long serialVersionUID = 1L;

    RecordedMeanwhile(Throwable refusal) {
        super("Another transaction recorded the same command", refusal);
    }
}
