package io.storehouse.shop.stock;

import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How documents use up reservations. */
@Component
class Consumption {
    private final ReservationTables tables;
    private final Clock clock;

    Consumption(ReservationTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Closes what the documents consume. An open reservation holds even when its time is over: until it was expired, nobody else
     * has the goods. A document that was taken offline goes on without one that is closed.
     *
     * @return what is to be released before a document moves, by the document's place
     * @throws ShopException {@code reservation-closed}, {@code unknown-reservation}
     */
    Map<Integer, DocumentMoves> consume(List<DocumentMoves> documents) {
        Map<Integer, DocumentMoves> releases = new HashMap<>();
        List<UUID> ids = documents.stream()
                .map(DocumentMoves::reservation)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
        if (ids.isEmpty()) {
            return releases;
        }
        Map<UUID, Reservation> known = tables.find(ids);
        for (int i = 0; i < documents.size(); i++) {
            DocumentMoves document = documents.get(i);
            UUID id = document.reservation();
            if (id != null && consume(id, known, document)) {
                releases.put(i, release(Objects.requireNonNull(known.get(id)), document));
            }
        }
        return releases;
    }

    private boolean consume(UUID id, Map<UUID, Reservation> known, DocumentMoves document) {
        if (tables.close(id, document.storeId(), Reservation.CONSUMED, document.documentId(), clock.instant())) {
            return true;
        }
        if (document.offline() != null) {
            return false;
        }
        Reservation reservation = known.get(id);
        if (reservation == null || reservation.storeId() != document.storeId()) {
            throw new ShopException(
                    StockError.UNKNOWN_RESERVATION,
                    "Unknown reservation: " + id,
                    Map.of("reservationId", id.toString()));
        }
        throw new ShopException(
                StockError.RESERVATION_CLOSED,
                "Cannot use reservation " + id + ": it is not open any more",
                Map.of("reservationId", id.toString()));
    }

    private DocumentMoves release(Reservation reservation, DocumentMoves document) {
        Instant at = Objects.requireNonNullElse(document.occurredAt(), clock.instant());
        return reservation.release(
                at, Objects.requireNonNullElse(document.businessDate(), LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }
}
