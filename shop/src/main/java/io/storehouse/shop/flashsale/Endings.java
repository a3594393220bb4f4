package io.storehouse.shop.flashsale;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Ends sales whose time is over. */
@Component
class Endings {
    private final ClaimQueue queue;
    private final ClaimGate gate;
    private final FlashSales sales;
    private final FlashSaleSettings settings;
    private final Clock clock;
    private final Map<UUID, Map<TopicPartition, Long>> ends = new HashMap<>();

    Endings(ClaimQueue queue, ClaimGate gate, FlashSales sales, FlashSaleSettings settings, Clock clock) {
        this.queue = queue;
        this.gate = gate;
        this.sales = sales;
        this.settings = settings;
        this.clock = clock;
    }

    /** A sale ends when everything is settled that was in the queue some time after its last instant. */
    synchronized void end(List<FlashSale> open) {
        List<FlashSale> over = open.stream()
                .filter(sale -> !clock.instant().isBefore(sale.until().plus(settings.endAfter())))
                .toList();
        ends.keySet().retainAll(over.stream().map(FlashSale::id).toList());
        for (FlashSale sale : over) {
            if (queue.settledTo(ends.computeIfAbsent(sale.id(), id -> queue.ends()))) {
                gate.define(sales.end(sale.id()));
            }
        }
    }
}
