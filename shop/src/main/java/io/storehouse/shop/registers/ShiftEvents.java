package io.storehouse.shop.registers;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.CashMoved;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.RegisterChanged;
import io.storehouse.contracts.events.ShiftClosed;
import io.storehouse.contracts.events.ShiftOpened;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;

/** The events of registers and their shifts. They say what was done, and not by whom. */
final class ShiftEvents {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private ShiftEvents() {}

    static OutboxMessage defined(Store store, String code, String name, Instant at) {
        RegisterChanged payload = new RegisterChanged(store.code(), code, name);
        Envelope<RegisterChanged> envelope = new Envelope<>(
                UUID.randomUUID().toString(),
                EventType.REGISTER_CHANGED.code(),
                OutboxMessage.SCHEMA_VERSION,
                at,
                at,
                store.code(),
                null,
                null,
                payload);
        return new OutboxMessage(Topic.REFERENCE, store.code(), envelope);
    }

    static OutboxMessage opened(OpenedDrawer opened) {
        ShiftOpened payload = new ShiftOpened(
                opened.id().toString(),
                opened.register().code(),
                opened.kind().code(),
                opened.store().currency().getCurrencyCode(),
                opened.openingFloat().total());
        return message(EventType.SHIFT_OPENED, opened.id(), opened.at(), opened.store(), payload);
    }

    static OutboxMessage moved(CashMove move, Store store) {
        CashMoved payload = new CashMoved(
                move.command().id().toString(),
                move.shift().id().toString(),
                move.shift().register(),
                move.command().kind().code(),
                move.shift().currency(),
                move.command().amount());
        return message(EventType.CASH_MOVED, move.shift().id(), move.at(), store, payload);
    }

    static OutboxMessage closed(ShiftClosing closing, Store store) {
        Shift shift = closing.shift();
        ShiftReport report = closing.report();
        ShiftClosed payload = new ShiftClosed(
                shift.id().toString(),
                shift.register(),
                shift.kind().code(),
                shift.openedAt(),
                shift.currency(),
                shift.orders(),
                shift.returns(),
                shift.gross(),
                shift.discount(),
                shift.returned(),
                shift.rounding(),
                report.tenders().stream()
                        .map(tender -> new ShiftClosed.Tender(tender.tender(), tender.sales(), tender.refunds()))
                        .toList(),
                cash(report.cash()),
                shift.taxAdded(),
                shift.giftCards());
        return message(EventType.SHIFT_CLOSED, shift.id(), closing.at(), store, payload);
    }

    private static ShiftClosed.Cash cash(ShiftReport.Cash cash) {
        return new ShiftClosed.Cash(
                cash.openingFloat(),
                cash.sales(),
                cash.change(),
                cash.refunds(),
                cash.paidIn(),
                cash.paidOut(),
                cash.expected(),
                Objects.requireNonNull(cash.counted()),
                Objects.requireNonNull(cash.difference()));
    }

    private static OutboxMessage message(EventType type, UUID shift, Instant at, Store store, Object payload) {
        BusinessTime businessTime = store.businessTimeOf(at);
        return new OutboxMessage(
                Topic.ORDERS,
                shift.toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        type.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        at,
                        at,
                        store.code(),
                        businessTime.date(),
                        HOUR_MINUTE.format(businessTime.time()),
                        payload));
    }
}
