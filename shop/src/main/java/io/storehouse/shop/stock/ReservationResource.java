package io.storehouse.shop.stock;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock/reservations")
class ReservationResource {
    private final Stock stock;
    private final ReservationEnds ends;
    private final ReservationTables tables;
    private final Callers callers;

    ReservationResource(Stock stock, ReservationEnds ends, ReservationTables tables, Callers callers) {
        this.stock = stock;
        this.ends = ends;
        this.tables = tables;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<Held> reserve(@Valid @RequestBody Body body) {
        callers.in(body.store());
        ReservedStock reserved = stock.reserve(List.of(body.command())).get(0);
        return Answers.created(
                new Held(
                        reserved.id(),
                        reserved.reference(),
                        reserved.store(),
                        reserved.businessDate(),
                        reserved.recordedAt(),
                        reserved.expiresAt()),
                reserved.replayed());
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return View.of(allowed(id));
    }

    /** Releases it; again and again gives the same. */
    @DeleteMapping("/{id}")
    View release(@PathVariable UUID id) {
        allowed(id);
        return View.of(ends.release(id));
    }

    @GetMapping
    List<View> page(
            @RequestParam String store,
            @RequestParam(required = false) @Nullable String state,
            @ParameterObject @Valid ListedDays days,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return tables.page(new DocumentFilter(store, state, days, after), limit).stream()
                .map(View::of)
                .toList();
    }

    private Reservation allowed(UUID id) {
        Reservation reservation = ends.find(id)
                .orElseThrow(
                        () -> new ShopException(StockError.RESERVATION_NOT_FOUND, "There is no reservation " + id));
        callers.in(reservation.store());
        return reservation;
    }

    record Body(
            @NotNull UUID id,
            @NotBlank String reference,
            @NotBlank String store,
            @NotNull @PastOrPresent Instant occurredAt,
            @Min(1) @Max(31_536_000) long ttlSeconds,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull BodyLine> lines) {

        ReserveStock command() {
            return new ReserveStock(
                    id,
                    reference,
                    store,
                    occurredAt,
                    Duration.ofSeconds(ttlSeconds),
                    lines.stream()
                            .map(line -> new ReserveStock.Line(line.sku(), line.quantity()))
                            .toList());
        }
    }

    record BodyLine(@NotBlank String sku, @NotNull BigDecimal quantity) {}

    record Held(
            UUID id, String reference, String store, LocalDate businessDate, Instant recordedAt, Instant expiresAt) {}

    record View(
            UUID id,
            String reference,
            String store,
            String state,
            Instant occurredAt,
            Instant recordedAt,
            Instant expiresAt,
            List<Reservation.Line> lines) {

        static View of(Reservation reservation) {
            return new View(
                    reservation.id(),
                    reservation.reference(),
                    reservation.store(),
                    reservation.state(),
                    reservation.occurredAt(),
                    reservation.recordedAt(),
                    reservation.expiresAt(),
                    reservation.lines());
        }
    }
}
