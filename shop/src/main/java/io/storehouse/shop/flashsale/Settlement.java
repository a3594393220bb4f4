package io.storehouse.shop.flashsale;

import io.storehouse.shop.customers.Customer;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.stock.StockHolds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The last word: settles queued claims in the database, many by one transaction. */
@Component
class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Transactions transactions;
    private final FlashSaleTable sales;
    private final ClaimTable claims;
    private final Customers customers;
    private final StockHolds holds;
    private final SurrogateKeys keys;
    private final Clock clock;

    Settlement(
            Transactions transactions,
            FlashSaleTable sales,
            ClaimTable claims,
            Customers customers,
            StockHolds holds,
            SurrogateKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.sales = sales;
        this.claims = claims;
        this.customers = customers;
        this.holds = holds;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Settles the claims in their order, each once however often it is queued, with a number of statements that does not depend
     * on how many they are.
     *
     * @return all of them as they are now, those of unknown sales left out
     */
    List<Claim> settle(List<QueuedClaim> queued) {
        Map<Named, QueuedClaim> distinct = new LinkedHashMap<>();
        queued.forEach(claim -> distinct.putIfAbsent(new Named(claim.sale(), claim.id()), claim));
        return distinct.isEmpty()
                ? List.of()
                : transactions.inOne(() -> new Batch(List.copyOf(distinct.values())).settle());
    }

    /** A claim as its queue knows it: an id is meant to stand for one claim, and a client may use it for two. */
    private record Named(UUID sale, UUID id) {}

    /** One transaction's work. */
    private final class Batch {
        private final List<QueuedClaim> queued;
        private final Map<UUID, FlashSale> known;
        private final Map<UUID, Claim> settled;
        private final Set<UUID> reserved;
        private final Map<String, Customer> people;
        private final Set<ClaimTable.Holder> holders;
        private final Map<Long, Integer> left;
        private final SortedMap<Long, Integer> taken = new TreeMap<>();
        private final List<ClaimTable.Row> fresh = new ArrayList<>();
        /** Claims of another sale under an id that is settled: Redis must give their units back. */
        private final List<Claim> strangers = new ArrayList<>();

        private final List<StockHolds.Part> won = new ArrayList<>();
        private final Instant now = clock.instant();

        /** The lock on the sales comes first: nobody else settles or closes them until this is over. */
        Batch(List<QueuedClaim> queued) {
            this.queued = queued;
            this.known = sales.lock(queued.stream().map(QueuedClaim::sale).collect(Collectors.toSet()));
            Set<UUID> ids = queued.stream().map(QueuedClaim::id).collect(Collectors.toSet());
            this.settled = claims.find(ids);
            this.reserved = holds.taken(ids);
            this.people =
                    customers.find(queued.stream().map(QueuedClaim::customer).collect(Collectors.toSet()));
            this.holders = claims.holders(
                    known.values().stream().map(FlashSale::key).toList(),
                    people.values().stream().map(Customer::current).toList());
            this.left = known.values().stream().collect(Collectors.toMap(FlashSale::key, FlashSale::remaining));
        }

        List<Claim> settle() {
            for (QueuedClaim claim : queued) {
                FlashSale sale = known.get(claim.sale());
                if (sale == null) {
                    LOG.error("Claim {} is of sale {}, which is not known", claim.id(), claim.sale());
                    continue;
                }
                Claim before = settled.get(claim.id());
                if (before == null) {
                    settled.put(claim.id(), decide(claim, sale));
                } else if (!before.sale().equals(sale.id())) {
                    strangers.add(claim(claim, sale, Claim.State.LOST, Claim.ID_TAKEN, null));
                }
            }
            if (!sales.take(taken)) {
                throw new IllegalStateException("A sale has less left than the transaction that locked it saw");
            }
            claims.insert(fresh);
            holds.pass(won);
            return Stream.concat(settled.values().stream(), strangers.stream()).toList();
        }

        private Claim decide(QueuedClaim claim, FlashSale sale) {
            Customer buyer = people.get(claim.customer());
            String reason = reserved.contains(claim.id()) ? Claim.ID_TAKEN : refusal(sale, buyer);
            if (reason != null || buyer == null) {
                Claim lost = claim(claim, sale, Claim.State.LOST, reason, null);
                fresh.add(new ClaimTable.Row(keys.next(), lost, null));
                return lost;
            }
            holders.add(new ClaimTable.Holder(sale.key(), buyer.current()));
            left.merge(sale.key(), -1, Integer::sum);
            taken.merge(sale.key(), 1, Integer::sum);
            Instant payUntil = now.plus(sale.payWithin());
            Claim first = claim(claim, sale, Claim.State.WON, null, payUntil);
            fresh.add(new ClaimTable.Row(keys.next(), first, buyer.current()));
            won.add(new StockHolds.Part(sale.hold(), claim.id(), BigDecimal.ONE.setScale(3), payUntil));
            return first;
        }

        private @Nullable String refusal(FlashSale sale, @Nullable Customer buyer) {
            if (!sale.open()) {
                return Claim.OVER;
            }
            if (buyer == null || buyer.erased()) {
                return Claim.UNKNOWN_BUYER;
            }
            if (holders.contains(new ClaimTable.Holder(sale.key(), buyer.current()))) {
                return Claim.SECOND;
            }
            return left.getOrDefault(sale.key(), 0) < 1 ? Claim.SOLD_OUT : null;
        }

        private Claim claim(
                QueuedClaim claim,
                FlashSale sale,
                Claim.State state,
                @Nullable String reason,
                @Nullable Instant payUntil) {
            return new Claim(
                    claim.id(),
                    sale.key(),
                    sale.id(),
                    claim.customer(),
                    state,
                    reason,
                    claim.at(),
                    now,
                    payUntil,
                    null);
        }
    }
}
