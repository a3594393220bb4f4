package io.storehouse.shop.pricelists;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.PricesChanged;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How changes of prices are recorded. */
@Component
class PriceChanges implements DocumentKind<ChangePrices, PriceChanges.Change, ChangedPrices> {
    private static final int MOST_LINES = 5_000;

    private final Stores stores;
    private final Catalogue catalogue;
    private final PriceTables tables;
    private final Outbox outbox;
    private final SurrogateKeys keys;
    private final Clock clock;

    PriceChanges(
            Stores stores, Catalogue catalogue, PriceTables tables, Outbox outbox, SurrogateKeys keys, Clock clock) {
        this.stores = stores;
        this.catalogue = catalogue;
        this.tables = tables;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    /** A change that was checked; without a store it is the chain's. */
    record Change(long key, ChangePrices command, @Nullable Store store, Instant validFrom, Instant recordedAt) {}

    @Override
    public List<Change> prepare(List<ChangePrices> commands) {
        commands.forEach(PriceChanges::check);
        List<String> codes = commands.stream()
                .map(ChangePrices::store)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Store> known = codes.isEmpty() ? Map.of() : stores.require(codes);
        catalogue.require(commands.stream()
                .flatMap(command -> command.lines().stream())
                .map(ChangePrices.Line::sku)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        return commands.stream()
                .map(command -> new Change(
                        keys.next(),
                        command,
                        command.store() == null ? null : known.get(command.store()),
                        from(command, now),
                        now))
                .toList();
    }

    @Override
    public void write(List<Change> changes) {
        tables.insert(changes);
        outbox.append(changes.stream().map(PriceChanges::event).toList());
    }

    private static Instant from(ChangePrices command, Instant now) {
        if (command.validFrom() == null) {
            return now;
        }
        if (command.validFrom().isBefore(now)) {
            throw new ShopException(
                    PriceError.PRICE_IN_THE_PAST,
                    "Cannot set prices from " + command.validFrom() + ": it is " + now
                            + "; leave the time out for now");
        }
        return command.validFrom();
    }

    private static void check(ChangePrices command) {
        Texts.atMost(Texts.NAME, command.reason(), "reason");
        long distinct =
                command.lines().stream().map(ChangePrices.Line::sku).distinct().count();
        if (command.lines().isEmpty()
                || command.lines().size() > MOST_LINES
                || distinct < command.lines().size()) {
            throw invalid("Invalid change of prices: expected 1 to " + MOST_LINES + " SKUs, each once");
        }
        if (command.lines().stream()
                .anyMatch(line -> line.price() != null && line.price().signum() < 0)) {
            throw invalid("Invalid change of prices: a price is below 0");
        }
    }

    private static ShopException invalid(String message) {
        return new ShopException(PriceError.INVALID_PRICE_CHANGE, message);
    }

    private static OutboxMessage event(Change change) {
        ChangePrices command = change.command();
        PricesChanged payload = new PricesChanged(
                command.id().toString(),
                change.validFrom(),
                command.lines().stream()
                        .map(line -> new PricesChanged.Line(line.sku(), line.price()))
                        .toList());
        return new OutboxMessage(
                Topic.REFERENCE,
                command.id().toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        EventType.PRICES_CHANGED.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        change.recordedAt(),
                        change.recordedAt(),
                        command.store(),
                        null,
                        null,
                        payload));
    }

    @Override
    public String scope() {
        return "price-change";
    }

    @Override
    public UUID id(ChangePrices command) {
        return command.id();
    }

    /** Who changes is not part of it: the same change may be resent by another. */
    @Override
    public CommandHash.Value hash(ChangePrices command) {
        CommandHash hash = new CommandHash()
                .add(command.store())
                .add(command.validFrom() == null ? null : command.validFrom().toString())
                .add(command.reason())
                .add(command.lines().size());
        command.lines().forEach(line -> {
            hash.add(line.sku());
            if (line.price() == null) {
                hash.add((String) null);
                return;
            }
            hash.add(line.price());
        });
        return hash.value();
    }

    @Override
    public Class<ChangedPrices> responseType() {
        return ChangedPrices.class;
    }

    @Override
    public ChangedPrices replayed(ChangedPrices first) {
        return new ChangedPrices(first.id(), first.store(), first.validFrom(), first.recordedAt(), true);
    }

    @Override
    public ChangedPrices response(Change change) {
        return new ChangedPrices(
                change.command().id(), change.command().store(), change.validFrom(), change.recordedAt(), false);
    }
}
