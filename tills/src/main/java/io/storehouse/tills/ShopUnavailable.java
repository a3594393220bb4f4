package io.storehouse.tills;

/** The shop did not answer for as long as we were willing to wait. */
final class ShopUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShopUnavailable(String message) {
        super(message);
    }
}
