package io.storehouse.shop.sales;

import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.loyalty.Loyalty;
import io.storehouse.shop.loyalty.Place;
import io.storehouse.shop.loyalty.Purchase;
import io.storehouse.shop.loyalty.Spending;
import io.storehouse.shop.loyalty.TakenBack;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What sales and returns mean for those who bought. */
@Component
class Members {
    private final Customers customers;
    private final Loyalty loyalty;

    Members(Customers customers, Loyalty loyalty) {
        this.customers = customers;
        this.loyalty = loyalty;
    }

    void register(Stream<@Nullable String> codes) {
        customers.register(codes.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** Takes the points that pay, then credits those that are earned. */
    void settle(List<Sale> sales) {
        loyalty.spend(sales.stream()
                .filter(sale -> sale.priced().points() > 0)
                .map(Members::spending)
                .toList());
        earn(sales);
    }

    private static Spending spending(Sale sale) {
        PlaceOrder order = sale.order();
        return new Spending(
                order.id(),
                Objects.requireNonNull(order.customer()),
                sale.priced().points(),
                sale.priced().byPoints(),
                order.offline(),
                place(sale.store(), sale.businessTime()),
                order.occurredAt());
    }

    private void earn(List<Sale> sales) {
        List<Purchase> purchases = new ArrayList<>();
        for (Sale sale : sales) {
            String customer = sale.order().customer();
            if (customer != null) {
                purchases.add(new Purchase(
                        sale.order().id(),
                        customer,
                        sale.settlement().linesTotal().subtract(sale.giftCards()),
                        place(sale.store(), sale.businessTime()),
                        sale.order().occurredAt()));
            }
        }
        loyalty.earn(purchases);
    }

    /** Without its order nobody knows what a return had earned, and nothing is taken. */
    void clawBack(List<Takeback> takebacks) {
        List<TakenBack> returns = new ArrayList<>();
        for (Takeback takeback : takebacks) {
            UUID order = takeback.command().orderId();
            if (order != null) {
                returns.add(new TakenBack(
                        takeback.command().id(),
                        order,
                        takeback.settlement().linesTotal().subtract(takeback.giftCards()),
                        takeback.byPoints(),
                        place(takeback.store(), takeback.businessTime()),
                        takeback.command().occurredAt()));
            }
        }
        loyalty.clawBack(returns);
    }

    private static Place place(Store store, BusinessTime time) {
        return new Place(store.code(), store.currency(), time.date());
    }
}
