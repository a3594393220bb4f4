package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.ReservationChanged;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How reservations are recorded. */
@Component
class Reservations implements DocumentKind<ReserveStock, Dated<ReserveStock>, ReservedStock> {
    private final StockPosting posting;
    private final ReservationTables tables;
    private final StockSettings settings;

    Reservations(StockPosting posting, ReservationTables tables, StockSettings settings) {
        this.posting = posting;
        this.tables = tables;
        this.settings = settings;
    }

    @Override
    public List<Dated<ReserveStock>> prepare(List<ReserveStock> commands) {
        commands.forEach(this::check);
        Map<String, Product> products = posting.goods(commands.stream()
                .flatMap(command -> command.lines().stream())
                .map(ReserveStock.Line::sku)
                .collect(Collectors.toSet()));
        return posting.date(commands, ReserveStock::store, ReserveStock::occurredAt, products);
    }

    @Override
    public void write(List<Dated<ReserveStock>> documents) {
        tables.insert(documents.stream().map(Reservations::reservation).toList());
        posting.post(documents, Reservations::moves, Reservations::event);
    }

    private void check(ReserveStock command) {
        StockPosting.check(command.reference(), command.lines().size());
        if (command.ttl().getSeconds() < 1 || command.ttl().compareTo(settings.longestReservation()) > 0) {
            throw StockPosting.invalid(
                    "Invalid time to live: " + command.ttl() + "; expected up to " + settings.longestReservation());
        }
        for (ReserveStock.Line line : command.lines()) {
            if (line.quantity().signum() <= 0) {
                throw StockPosting.invalid("Invalid line of " + line.sku() + ": expected a quantity above 0");
            }
        }
    }

    private static DocumentMoves moves(Dated<ReserveStock> document) {
        DocumentMoves moves = document.moves("reservation");
        document.command().lines().forEach(line -> moves.reserve(line.sku(), line.quantity()));
        return moves;
    }

    private static Reservation reservation(Dated<ReserveStock> document) {
        ReserveStock command = document.command();
        return new Reservation(
                document.key(),
                command.id(),
                command.reference(),
                document.store().id(),
                document.store().code(),
                Reservation.OPEN,
                command.occurredAt(),
                document.recordedAt(),
                document.businessTime().date(),
                expiry(document),
                moves(document).changes().entrySet().stream()
                        .map(entry -> new Reservation.Line(
                                entry.getKey(), entry.getValue().reserved()))
                        .toList());
    }

    private static Instant expiry(Dated<ReserveStock> document) {
        return document.recordedAt().plus(document.command().ttl());
    }

    private static OutboxMessage event(Dated<ReserveStock> document, List<StockMove> moves) {
        Reservation reservation = reservation(document);
        return StockPosting.event(
                EventType.RESERVATION_CHANGED,
                reservation.id(),
                reservation.occurredAt(),
                document,
                payload(reservation, Reservation.OPEN, moves));
    }

    static ReservationChanged payload(Reservation reservation, String state, List<StockMove> moves) {
        return new ReservationChanged(
                reservation.id().toString(),
                reservation.reference(),
                state,
                reservation.expiresAt(),
                reservation.lines().stream()
                        .map(line -> new ReservationChanged.Line(line.sku(), line.quantity()))
                        .toList(),
                moves);
    }

    @Override
    public String scope() {
        return "reservation";
    }

    @Override
    public UUID id(ReserveStock command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(ReserveStock command) {
        CommandHash hash = new CommandHash()
                .add(command.reference())
                .add(command.store())
                .add(command.occurredAt())
                .add(command.ttl().toString())
                .add(command.lines().size());
        command.lines().forEach(line -> hash.add(line.sku()).add(line.quantity()));
        return hash.value();
    }

    @Override
    public Class<ReservedStock> responseType() {
        return ReservedStock.class;
    }

    @Override
    public ReservedStock replayed(ReservedStock first) {
        return new ReservedStock(
                first.id(),
                first.reference(),
                first.store(),
                first.businessDate(),
                first.recordedAt(),
                first.expiresAt(),
                true);
    }

    @Override
    public ReservedStock response(Dated<ReserveStock> document) {
        return new ReservedStock(
                document.command().id(),
                document.command().reference(),
                document.store().code(),
                document.businessTime().date(),
                document.recordedAt(),
                expiry(document),
                false);
    }
}
