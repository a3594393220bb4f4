package io.storehouse.shop.flashsale;

import io.storehouse.shop.customers.Customer;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.pricing.ClaimedPrice;
import io.storehouse.shop.pricing.ClaimedPrices;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was won, to those who price and sell it. */
@Component
class ClaimPayments implements FlashClaims, ClaimedPrices {
    private final JdbcClient jdbc;
    private final ClaimTable claims;
    private final Customers customers;

    ClaimPayments(JdbcClient jdbc, ClaimTable claims, Customers customers) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.customers = customers;
    }

    @Override
    public Map<UUID, ClaimedPrice> of(Collection<UUID> reservations) {
        Map<UUID, ClaimedPrice> prices = new HashMap<>();
        jdbc.sql("""
                select c.uuid, f.uuid as sale, f.sku, f.price
                from flash_claim c
                join flash_sale f on f.id = c.sale_id
                where c.uuid in (:reservations) and c.state = 'won'
                """)
                .param("reservations", reservations.stream().map(UUID::toString).toList())
                .query(row -> {
                    prices.put(
                            UUID.fromString(row.getString("uuid")),
                            new ClaimedPrice(
                                    rule(UUID.fromString(row.getString("sale"))),
                                    row.getString("sku"),
                                    BigDecimal.ONE,
                                    row.getBigDecimal("price")));
                });
        return prices;
    }

    @Override
    public Set<UUID> pay(List<Payment> payments) {
        if (payments.isEmpty()) {
            return Set.of();
        }
        Map<UUID, Claim> known =
                claims.find(payments.stream().map(Payment::reservation).toList());
        List<Payment> own = payments.stream()
                .filter(payment -> known.containsKey(payment.reservation()))
                .sorted(Comparator.comparing(Payment::reservation))
                .toList();
        if (own.isEmpty()) {
            return Set.of();
        }
        Map<String, Customer> people = people(own, known);
        Set<UUID> without = new HashSet<>();
        List<Payment> accepted = new ArrayList<>();
        for (Payment payment : own) {
            String why = refusal(payment, Objects.requireNonNull(known.get(payment.reservation())), people);
            if (why == null) {
                accepted.add(payment);
            } else {
                refuse(payment, why, without);
            }
        }
        int[] counts = claims.pay(accepted);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                refuse(accepted.get(i), "it is paid, or its time to pay is over", without);
            }
        }
        return without;
    }

    /** Goods that were sold offline are gone: their order goes on, without the claim. */
    private static void refuse(Payment payment, String why, Set<UUID> without) {
        if (!payment.offline()) {
            throw refused(payment, why);
        }
        without.add(payment.order());
    }

    private Map<String, Customer> people(List<Payment> payments, Map<UUID, Claim> known) {
        Set<String> codes = new HashSet<>();
        for (Payment payment : payments) {
            codes.add(Objects.requireNonNull(known.get(payment.reservation())).customer());
            if (payment.customer() != null) {
                codes.add(payment.customer());
            }
        }
        return customers.find(codes);
    }

    private static @Nullable String refusal(Payment payment, Claim claim, Map<String, Customer> people) {
        if (!current(claim.customer(), people).equals(current(payment.customer(), people))) {
            return "it is another buyer's";
        }
        if (!payment.offline() && !payment.rules().contains(rule(claim.sale()))) {
            return "the order needs a line of one unit that the shop prices at the flash price";
        }
        return null;
    }

    private static String current(@Nullable String code, Map<String, Customer> people) {
        Customer customer = code == null ? null : people.get(code);
        return customer == null ? String.valueOf(code) : customer.current();
    }

    /** What the trail of an order names. */
    private static String rule(UUID sale) {
        return "flash-sale " + sale;
    }

    private static ShopException refused(Payment payment, String why) {
        return new ShopException(
                FlashSaleError.FLASH_CLAIM_NOT_PAYABLE,
                "Cannot pay claim " + payment.reservation() + ": " + why,
                Map.of("reservationId", payment.reservation().toString()));
    }
}
