package io.storehouse.shop.giftcards;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.GiftCardIssued;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues gift cards by hand. */
@Component
class CardIssues implements DocumentKind<CardIssues.Issue, CardIssues.Card, CardIssues.Issued> {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Documents documents;
    private final Stores stores;
    private final CardLedger ledger;
    private final SurrogateKeys keys;
    private final Outbox outbox;
    private final Clock clock;

    CardIssues(Documents documents, Stores stores, CardLedger ledger, SurrogateKeys keys, Outbox outbox, Clock clock) {
        this.documents = documents;
        this.stores = stores;
        this.ledger = ledger;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A card to be issued; the amount is above 0, in the currency's places. */
    record Issue(UUID id, String store, GiftCardCode code, BigDecimal amount, String reason, Instant occurredAt) {
        Issue {
            amount = Decimals.money(amount, "amount");
            occurredAt = Texts.within(occurredAt, "time");
            Texts.atMost(Texts.NAME, reason, "reason");
        }
    }

    /** A card that was checked. */
    record Card(Issue command, Store store, Instant recordedAt) {}

    /** What is answered. */
    record Issued(UUID id, String digits, String currency, BigDecimal amount, Instant recordedAt, boolean replayed) {}

    Issued issue(Issue command) {
        return documents.recordOnce(this, List.of(command)).get(0);
    }

    @Override
    public List<Card> prepare(List<Issue> commands) {
        var known = stores.require(commands.stream().map(Issue::store).toList());
        Instant now = clock.instant();
        return commands.stream()
                .map(command -> card(command, Objects.requireNonNull(known.get(command.store())), now))
                .toList();
    }

    private static Card card(Issue command, Store store, Instant now) {
        int places = Math.max(0, store.currency().getDefaultFractionDigits());
        if (command.amount().signum() <= 0
                || command.amount().stripTrailingZeros().scale() > places) {
            throw new ShopException(
                    GiftCardError.INVALID_GIFT_CARD,
                    "Invalid amount: " + command.amount().toPlainString() + "; expected above 0 with at most " + places
                            + " places");
        }
        return new Card(command, store, now);
    }

    @Override
    public void write(List<Card> cards) {
        ledger.open(cards.stream()
                .map(card -> new CardLedger.NewCard(
                        keys.next(),
                        card.command().id(),
                        card.command().code(),
                        card.store().currency().getCurrencyCode(),
                        card.command().amount(),
                        card.store().id(),
                        null,
                        0,
                        card.command().reason(),
                        card.recordedAt()))
                .toList());
        outbox.append(cards.stream().map(CardIssues::event).toList());
    }

    private static OutboxMessage event(Card card) {
        Issue command = card.command();
        BusinessTime time = card.store().businessTimeOf(command.occurredAt());
        return new OutboxMessage(
                Topic.REFERENCE,
                command.id().toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        EventType.GIFT_CARD_ISSUED.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        command.occurredAt(),
                        card.recordedAt(),
                        card.store().code(),
                        time.date(),
                        HOUR_MINUTE.format(time.time()),
                        new GiftCardIssued(
                                command.id().toString(),
                                command.code().digits(),
                                card.store().currency().getCurrencyCode(),
                                command.amount(),
                                command.reason())));
    }

    @Override
    public String scope() {
        return "gift-card";
    }

    @Override
    public UUID id(Issue command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(Issue command) {
        return new CommandHash()
                .add(command.store())
                .add(command.code().hash())
                .add(command.amount())
                .add(command.reason())
                .add(command.occurredAt())
                .value();
    }

    @Override
    public Class<Issued> responseType() {
        return Issued.class;
    }

    @Override
    public Issued replayed(Issued first) {
        return new Issued(first.id(), first.digits(), first.currency(), first.amount(), first.recordedAt(), true);
    }

    @Override
    public Issued response(Card card) {
        Issue command = card.command();
        return new Issued(
                command.id(),
                command.code().digits(),
                card.store().currency().getCurrencyCode(),
                command.amount(),
                card.recordedAt(),
                false);
    }
}
