package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.stock.StockHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes back what was won and not paid in time: to its sale while that is open, else to the store. */
@Component
class Expiry {
    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final FlashSaleTable sales;
    private final ClaimTable claims;
    private final StockHolds holds;
    private final Clock clock;

    Expiry(Transactions transactions, FlashSaleTable sales, ClaimTable claims, StockHolds holds, Clock clock) {
        this.transactions = transactions;
        this.sales = sales;
        this.claims = claims;
        this.holds = holds;
        this.clock = clock;
    }

    /** Expires what is due, a transaction a sale. */
    void expire() {
        List<Claim> due;
        do {
            due = claims.due(clock.instant(), CHUNK);
            Map<UUID, List<UUID>> bySale = due.stream()
                    .collect(Collectors.groupingBy(Claim::sale, Collectors.mapping(Claim::id, Collectors.toList())));
            bySale.forEach((sale, own) -> transactions.inOne(() -> expire(sale, own)));
        } while (due.size() == CHUNK);
    }

    /** The sale is locked first, as by all who change its claims; a payment that is faster keeps its claim. */
    private boolean expire(UUID id, List<UUID> due) {
        FlashSale sale = sales.lock(List.of(id)).get(id);
        List<UUID> sorted = due.stream().sorted().toList();
        Instant now = clock.instant();
        int[] counts = claims.expire(sorted, now);
        List<UUID> expired = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                expired.add(sorted.get(i));
            }
        }
        Set<UUID> back = holds.takeBack(expired);
        if (!back.isEmpty() && (sale == null || !sales.giveBack(sale.key(), back.size()))) {
            throw new IllegalStateException("Flash sale " + id + " cannot take back " + back.size() + " units");
        }
        claims.release(expired.stream().filter(claim -> !back.contains(claim)).toList());
        return true;
    }
}
