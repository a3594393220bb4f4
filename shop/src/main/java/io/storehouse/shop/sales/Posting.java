package io.storehouse.shop.sales;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.stock.DocumentMoves;
import io.storehouse.shop.stock.StockLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What sales and returns have in common: their keys, their stock moves, their events. */
@Component
class Posting {
    private final StockLedger ledger;
    private final Outbox outbox;
    private final SurrogateKeys keys;
    private final Clock clock;

    Posting(StockLedger ledger, Outbox outbox, SurrogateKeys keys, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    long nextKey() {
        return keys.next();
    }

    /** Moves the stock of all documents, then announces each with its moves. */
    <D> void post(
            List<D> documents,
            Function<D, DocumentMoves> movesOf,
            BiFunction<D, List<StockMove>, OutboxMessage> eventOf) {
        List<List<StockMove>> moves =
                ledger.post(documents.stream().map(movesOf).toList());
        List<OutboxMessage> messages = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            messages.add(eventOf.apply(documents.get(i), moves.get(i)));
        }
        outbox.append(messages);
    }

    static void add(CommandHash hash, List<Tendered> payments) {
        hash.add(payments.size());
        for (Tendered payment : payments) {
            hash.add(payment.id()).add(payment.tender()).add(payment.amount());
            if (payment.giftCard() != null) {
                hash.add(payment.giftCard().hash());
            }
        }
    }
}
