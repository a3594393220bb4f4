package io.storehouse.shop.members;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.customers.ConsentViews;
import io.storehouse.shop.customers.CustomerViews;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.loyalty.MemberViews;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.sales.PurchasesOfCustomers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{code}/profile")
class ProfileResource {
    private static final int ORDERS = 20;

    private final CustomerViews people;
    private final Customers customers;
    private final ConsentViews consents;
    private final MemberViews members;
    private final PurchasesOfCustomers purchases;
    private final Callers callers;

    ProfileResource(
            CustomerViews people,
            Customers customers,
            ConsentViews consents,
            MemberViews members,
            PurchasesOfCustomers purchases,
            Callers callers) {
        this.people = people;
        this.customers = customers;
        this.consents = consents;
        this.members = members;
        this.purchases = purchases;
        this.callers = callers;
    }

    /** Whatever code it is asked for, the person is the same; five statements. */
    @GetMapping
    Profile profile(@PathVariable String code) {
        CustomerViews.View person = people.one(code, callers.current())
                .orElseThrow(() -> new ShopException(MembersError.CUSTOMER_NOT_FOUND, "There is no customer " + code));
        String current = person.current();
        List<String> codes =
                Objects.requireNonNull(customers.codesOf(Set.of(current)).get(current));
        return new Profile(
                person, codes, members.ofCurrent(current), consents.now(current), purchases.newest(codes, ORDERS));
    }

    /**
     * All of one person.
     *
     * @param codes under which facts were recorded, the current one first
     * @param orders the newest 20, each with the code it was recorded with
     */
    record Profile(
            CustomerViews.View customer,
            List<String> codes,
            MemberViews.Member member,
            List<ConsentViews.View> consents,
            List<PurchasesOfCustomers.Bought> orders) {}
}
