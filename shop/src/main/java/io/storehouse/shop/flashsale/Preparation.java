package io.storehouse.shop.flashsale;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Brings sales back into a Redis that has lost them. While a sale is not there nothing can be claimed; what was granted before
 * has then reached the queue or never will, and when the database has settled the queue up to there, it knows all that was granted.
 */
@Component
class Preparation {
    private final ClaimGate gate;
    private final ClaimQueue queue;
    private final FlashSaleTable sales;
    private final ClaimTable claims;
    private final FlashSaleSettings settings;
    private final Clock clock;
    private final Map<UUID, Instant> missingSince = new HashMap<>();
    private final Map<UUID, Map<TopicPartition, Long>> ends = new HashMap<>();

    Preparation(
            ClaimGate gate,
            ClaimQueue queue,
            FlashSaleTable sales,
            ClaimTable claims,
            FlashSaleSettings settings,
            Clock clock) {
        this.gate = gate;
        this.queue = queue;
        this.sales = sales;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks whether Redis has the open sales as they are defined, and takes those that are not a step further. One at a time. */
    synchronized void prepare(List<FlashSale> open) {
        missingSince.keySet().retainAll(open.stream().map(FlashSale::id).toList());
        ends.keySet().retainAll(missingSince.keySet());
        for (FlashSale sale : open) {
            gate.forgetStale(sale.id());
            if (gate.define(sale)) {
                missingSince.remove(sale.id());
                ends.remove(sale.id());
            } else {
                step(sale);
            }
        }
    }

    private void step(FlashSale sale) {
        Instant now = clock.instant();
        Instant since = missingSince.computeIfAbsent(sale.id(), id -> now);
        if (now.isBefore(since.plus(settings.underWay()))) {
            return;
        }
        if (!queue.settledTo(ends.computeIfAbsent(sale.id(), id -> queue.ends()))) {
            return;
        }
        // read after the claims are settled; who defines it anew meanwhile is told to Redis by the next round
        sales.find(sale.id())
                .filter(FlashSale::open)
                .ifPresent(current -> gate.rebuild(current, claims.ofSale(current.key())));
    }
}
