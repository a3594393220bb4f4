package io.storehouse.shop.customers;

import java.util.Collection;

/**
 * A place where a feature keeps something of a person beside codes, such as an address to write to. Whoever keeps such things
 * implements this, so that nothing stays when the person asks to be forgotten.
 */
public interface PersonalTrace {
    /** Removes all that is kept of the person's codes, in the running transaction; idempotent. */
    void erase(Collection<String> codes);
}
