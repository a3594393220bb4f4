package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.DocumentError;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How claims are taken: through the gate, into the queue. No statement is made for one while Redis knows its sale. */
@Component
class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final Duration TURN = Duration.ofMillis(500);
    /** After Kafka failed, nobody waits for it until this is over. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final ClaimGate gate;
    private final ClaimQueue queue;
    private final FlashSaleTable sales;
    private final ClaimTable table;
    private final FlashSaleSettings settings;
    private final Clock clock;
    private final Semaphore turns;
    private volatile Instant restingUntil = Instant.MIN;

    Claims(
            ClaimGate gate,
            ClaimQueue queue,
            FlashSaleTable sales,
            ClaimTable table,
            FlashSaleSettings settings,
            Clock clock) {
        this.gate = gate;
        this.queue = queue;
        this.sales = sales;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.turns = new Semaphore(settings.inFlight(), true);
    }

    /**
     * Takes a claim: when this returns, Kafka has it, and the database will settle it whatever dies.
     *
     * @return whether it had been taken before
     */
    boolean take(UUID sale, UUID claim, String customer) {
        if (!turn()) {
            throw new ShopException(
                    FlashSaleError.FLASH_SALE_BUSY,
                    "Cannot take claim " + claim + ": too many at once; send it again",
                    Map.of(ShopException.RETRY_AFTER, 1));
        }
        try {
            return enter(sale, claim, customer);
        } finally {
            turns.release();
        }
    }

    private boolean enter(UUID sale, UUID claim, String customer) {
        Instant now = clock.instant();
        if (now.isBefore(restingUntil)) {
            throw away(claim);
        }
        ClaimGate.Verdict verdict = gate.claim(sale, claim, customer, now);
        switch (verdict) {
            case KNOWN -> {
                return true;
            }
            case CLAIMED, UNSENT -> {
                queue(new QueuedClaim(claim, sale, customer, now));
                return verdict == ClaimGate.Verdict.UNSENT;
            }
            default -> {
                if (settled(verdict, sale, claim, customer)) {
                    return true;
                }
                throw refusal(verdict, sale, claim, customer);
            }
        }
    }

    /** Redis forgets a sale that is closed; the database does not. */
    private boolean settled(ClaimGate.Verdict verdict, UUID sale, UUID claim, String customer) {
        return verdict == ClaimGate.Verdict.PREPARING
                && table.find(claim)
                        .filter(found ->
                                found.sale().equals(sale) && found.customer().equals(customer))
                        .isPresent();
    }

    private void queue(QueuedClaim claim) {
        try {
            // the producer gives up by itself before that
            queue.send(claim).get(settings.sendWithin().toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // the claim stays pending and is sent again
            Thread.currentThread().interrupt();
            throw away(claim.id());
        } catch (ExecutionException | TimeoutException e) {
            restingUntil = clock.instant().plus(REST);
            LOG.warn("Kafka did not take a claim: {}", e.getMessage());
            gate.giveBack(claim.sale(), claim.id(), claim.customer());
            throw away(claim.id());
        }
        try {
            gate.sent(claim.sale(), List.of(claim.id()));
        } catch (ShopException e) {
            // it is in the queue, which is what counts; it may be sent twice, which changes nothing
            LOG.debug("Redis does not know that claim {} is in the queue", claim.id());
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ShopException refusal(ClaimGate.Verdict verdict, UUID sale, UUID claim, String customer) {
        return switch (verdict) {
            case PREPARING -> preparing(sale);
            case CONFLICT -> conflict(claim);
            case EARLY ->
                new ShopException(FlashSaleError.FLASH_SALE_NOT_OPEN, "Cannot claim yet: the sale has not begun");
            case OVER -> over();
            case SECOND ->
                new ShopException(
                        FlashSaleError.FLASH_SALE_ALREADY_CLAIMED,
                        "Cannot claim a second unit: " + customer + " has claimed one");
            case SOLD_OUT -> new ShopException(FlashSaleError.FLASH_SALE_SOLD_OUT, "Cannot claim: no unit is left");
            case CLAIMED, UNSENT, KNOWN -> throw new IllegalArgumentException("No refusal: " + verdict);
        };
    }

    /** Redis does not have the sale: it is closed since long, or Redis was emptied. */
    private ShopException preparing(UUID id) {
        FlashSale sale = sales.find(id)
                .orElseThrow(
                        () -> new ShopException(FlashSaleError.FLASH_SALE_NOT_FOUND, "There is no flash sale " + id));
        return sale.open() ? preparing() : over();
    }

    static ShopException conflict(UUID claim) {
        return new ShopException(
                DocumentError.IDEMPOTENCY_CONFLICT,
                "Cannot claim as " + claim + ": it stands for another claim",
                Map.of("id", claim.toString()));
    }

    static ShopException preparing() {
        return new ShopException(
                FlashSaleError.FLASH_SALE_PREPARING,
                "Cannot say yet: the sale is being prepared; send the same again",
                Map.of(ShopException.RETRY_AFTER, 2));
    }

    private static ShopException over() {
        return new ShopException(FlashSaleError.FLASH_SALE_OVER, "Cannot claim: the sale is over");
    }

    private static ShopException away(UUID claim) {
        return new ShopException(
                FlashSaleError.FLASH_SALE_AWAY,
                "Cannot take claim " + claim + " now: the queue does not answer; send the same claim again",
                Map.of(ShopException.RETRY_AFTER, 2));
    }
}
