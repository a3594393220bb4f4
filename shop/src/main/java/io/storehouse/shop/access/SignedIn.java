package io.storehouse.shop.access;

import java.io.Serializable;

/**
 * What a session knows of who opened it. What he may do is looked up for each request.
 *
 * @param version of the account when he did
 */
record SignedIn(String username, long version) implements Serializable {
    private static final long serialVersionUID = 1L;
}
