package io.storehouse.shop.flashsale;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** Brings claims into the queue that passed the gate and were not seen to arrive. */
@Component
class Resending {
    private final ClaimQueue queue;
    private final ClaimGate gate;
    private final FlashSaleSettings settings;
    private final Clock clock;

    Resending(ClaimQueue queue, ClaimGate gate, FlashSaleSettings settings, Clock clock) {
        this.queue = queue;
        this.gate = gate;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends the old ones of these sales. */
    void resend(List<FlashSale> open) {
        queue.makeTopic();
        open.forEach(this::resend);
    }

    /** What nobody saw reach the queue: its process died, or Redis did not hear of it. Twice in the queue counts once. */
    private void resend(FlashSale sale) {
        Instant now = clock.instant();
        Map<UUID, String> unsent = gate.unsent(sale.id(), now.minus(settings.resendAfter()));
        ConcurrentLinkedQueue<UUID> sent = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] sending = unsent.entrySet().stream()
                .map(claim -> queue.send(new QueuedClaim(claim.getKey(), sale.id(), claim.getValue(), now))
                        .thenRun(() -> sent.add(claim.getKey())))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(sending).join();
        } finally {
            if (!sent.isEmpty()) {
                gate.sent(sale.id(), List.copyOf(sent));
            }
        }
    }
}
