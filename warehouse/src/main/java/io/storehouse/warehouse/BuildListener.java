package io.storehouse.warehouse;

import java.time.Duration;

/** Hears how a build gets on. */
interface BuildListener {
    /** A step begins; it may take a while. */
    void started(String step);

    /**
     * A step is done; a table's is committed.
     *
     * @param rows that the step read or the table now has
     * @param detail what was done
     */
    void finished(String step, long rows, String detail, Duration took);

    /** Something worth saying once. */
    void note(String text);
}
