package io.storehouse.shop.pricing;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Permission;
import io.storehouse.shop.problems.ShopException;

/** Who may set a price by hand. */
public final class PriceOverrides {
    private PriceOverrides() {}

    /**
     * Refuses callers who may not.
     *
     * @throws ShopException {@code price-override-forbidden}
     */
    public static void check(Caller caller) {
        if (!caller.may(Permission.OVERRIDE_PRICES)) {
            throw new ShopException(
                    PricingError.PRICE_OVERRIDE_FORBIDDEN, "Cannot set a price: " + caller.name() + " may not");
        }
    }
}
