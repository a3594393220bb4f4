package io.storehouse.shop.sales;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.problems.ShopException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who approves a voiding: the one place that decides it. */
@Component
class VoidApproval {
    /**
     * The approver's name.
     *
     * @param said whom the request names; null for the caller
     * @throws ShopException {@code approval-required}
     */
    String approver(Caller caller, @Nullable String said) {
        if (!caller.mayApproveReturns()) {
            throw new ShopException(
                    SalesError.APPROVAL_REQUIRED, "Cannot void: " + caller.name() + " may not approve it");
        }
        return said == null || said.isBlank() ? caller.name() : said;
    }
}
