package io.storehouse.shop.sales;

import io.storehouse.shop.access.Approval;
import io.storehouse.shop.access.Approvals;
import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Permission;
import io.storehouse.shop.access.ToApprove;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.problems.ShopException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who stands for prices that are not the shop's. */
@Component
class PriceApprovals {
    private final Approvals approvals;
    private final Documents documents;

    PriceApprovals(Approvals approvals, Documents documents) {
        this.approvals = approvals;
        this.documents = documents;
    }

    /**
     * Lets an order pass whose prices are the shop's, or whose caller may set prices, or that one who may has approved by his PIN.
     * An order that is recorded is only answered again, so that a PIN which was changed since does not change the answer.
     *
     * @throws ShopException {@code price-override-forbidden}, {@code approval-refused}
     */
    void check(Caller caller, OrderResource.Body order) {
        if (!setByHand(caller, order)
                || caller.may(Permission.OVERRIDE_PRICES)
                || !documents.recorded(SaleDocuments.SCOPE, Set.of(order.id())).isEmpty()) {
            return;
        }
        GivenApproval given = order.approval();
        if (given == null || given.username() == null || given.pin() == null) {
            throw new ShopException(
                    SalesError.PRICE_OVERRIDE_FORBIDDEN,
                    "Cannot set a price: " + caller.name()
                            + " may not; let the shop price the order, or send the approval of one who may");
        }
        approvals.approve(
                new Approval(given.username(), given.pin()),
                new ToApprove(
                        Permission.OVERRIDE_PRICES, order.store(), order.id().toString()));
    }

    /** A till's own system may have priced an order, or sold it offline; a cashier who signed in has the shop for that. */
    private static boolean setByHand(Caller caller, OrderResource.Body order) {
        OrderResource.Pricing pricing = order.pricing();
        boolean overrides = pricing != null
                && pricing.overrides() != null
                && !pricing.overrides().isEmpty();
        boolean asSent = pricing == null || Boolean.TRUE.equals(order.offline());
        return overrides || asSent && caller.role() == Caller.Role.CASHIER;
    }
}
