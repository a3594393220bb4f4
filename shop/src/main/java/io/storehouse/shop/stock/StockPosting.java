package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What receipts and adjustments have in common. */
@Component
class StockPosting {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MOST_LINES = 10_000;

    private final StockLedger ledger;
    private final Outbox outbox;
    private final Stores stores;
    private final Catalogue catalogue;
    private final SurrogateKeys keys;
    private final Clock clock;

    StockPosting(
            StockLedger ledger, Outbox outbox, Stores stores, Catalogue catalogue, SurrogateKeys keys, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.stores = stores;
        this.catalogue = catalogue;
        this.keys = keys;
        this.clock = clock;
    }

    Map<String, Store> stores(Collection<String> codes) {
        return stores.require(codes);
    }

    Map<String, Product> products(Collection<String> skus) {
        return catalogue.require(skus);
    }

    /** Each command with its store and what the shop decides about it, in their order. */
    <C> List<Dated<C>> date(
            List<C> commands, Function<C, String> storeOf, Function<C, Instant> timeOf, Map<String, Product> products) {
        Map<String, Store> known = stores(commands.stream().map(storeOf).toList());
        return commands.stream()
                .map(command -> date(
                        command,
                        timeOf.apply(command),
                        Objects.requireNonNull(known.get(storeOf.apply(command))),
                        products))
                .toList();
    }

    <C> Dated<C> date(C command, Instant occurredAt, Store store, Map<String, Product> products) {
        return new Dated<>(
                keys.next(), command, store, store.businessTimeOf(occurredAt), clock.instant(), occurredAt, products);
    }

    <C> void post(
            List<Dated<C>> documents,
            Function<Dated<C>, DocumentMoves> movesOf,
            BiFunction<Dated<C>, List<StockMove>, OutboxMessage> eventOf) {
        List<List<StockMove>> moves = move(documents.stream().map(movesOf).toList());
        List<OutboxMessage> messages = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            messages.add(eventOf.apply(documents.get(i), moves.get(i)));
        }
        outbox.append(messages);
    }

    List<List<StockMove>> move(List<DocumentMoves> moves) {
        return ledger.post(moves);
    }

    void announce(OutboxMessage message) {
        announce(List.of(message));
    }

    void announce(List<OutboxMessage> messages) {
        outbox.append(messages);
    }

    Instant now() {
        return clock.instant();
    }

    /** The products of all the SKUs, which are goods. */
    Map<String, Product> goods(Collection<String> skus) {
        Map<String, Product> products = catalogue.require(skus);
        products.values().stream()
                .filter(product -> !product.goods())
                .findFirst()
                .ifPresent(service -> {
                    throw invalid("Invalid line of " + service.sku() + ": a service has no stock");
                });
        return products;
    }

    static void check(String reference, int lines) {
        if (lines < 1 || lines > MOST_LINES) {
            throw invalid("Invalid document " + reference + ": expected 1 to " + MOST_LINES + " lines");
        }
        if (reference.isBlank()) {
            throw invalid("Invalid reference: it is blank");
        }
        Texts.atMost(Texts.NUMBER, reference, "reference");
    }

    static ShopException invalid(String message) {
        return new ShopException(StockError.INVALID_STOCK_DOCUMENT, message);
    }

    static OutboxMessage event(EventType type, UUID id, Instant occurredAt, Dated<?> document, Object payload) {
        return event(type, id, occurredAt, document.recordedAt(), document.store(), payload);
    }

    static OutboxMessage event(
            EventType type, UUID id, Instant occurredAt, Instant recordedAt, Store store, Object payload) {
        BusinessTime businessTime = store.businessTimeOf(occurredAt);
        return new OutboxMessage(
                Topic.STOCK,
                id.toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        type.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        occurredAt,
                        recordedAt,
                        store.code(),
                        businessTime.date(),
                        HOUR_MINUTE.format(businessTime.time()),
                        payload));
    }

    static StockDocument replayed(StockDocument first) {
        return new StockDocument(
                first.id(), first.reference(), first.store(), first.businessDate(), first.recordedAt(), true);
    }
}
