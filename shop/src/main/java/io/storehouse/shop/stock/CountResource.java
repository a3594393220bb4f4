package io.storehouse.shop.stock;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.documents.Transactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/api/v1/stock/counts")
class CountResource {
    private final Counts counts;
    private final CountTables tables;
    private final KnownCounts known;
    private final Transactions transactions;
    private final Callers callers;

    CountResource(Counts counts, CountTables tables, KnownCounts known, Transactions transactions, Callers callers) {
        this.counts = counts;
        this.tables = tables;
        this.known = known;
        this.transactions = transactions;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<StockResource.View> open(@Valid @RequestBody Opening body) {
        callers.in(body.store());
        return StockResource.answer(
                counts.open(new OpenCount(body.id(), body.reference(), body.store(), body.occurredAt())));
    }

    @PostMapping("/{id}/entries")
    ResponseEntity<StockResource.View> enter(@PathVariable UUID id, @Valid @RequestBody Entry body) {
        String counter = callers.in(known.require(id).store()).name();
        return StockResource.answer(counts.enter(new EnterCount(
                body.id(),
                id,
                body.sku(),
                Objects.requireNonNullElse(body.place(), ""),
                Objects.requireNonNullElse(body.counter(), counter),
                body.quantity(),
                body.countedAt(),
                body.replaces())));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<StockResource.View> finish(@PathVariable UUID id, @Valid @RequestBody Closing body) {
        callers.in(known.require(id).store());
        return StockResource.answer(counts.finish(new FinishCount(body.id(), id, body.occurredAt())));
    }

    /** Gives an open count up; again and again gives the same. */
    @DeleteMapping("/{id}")
    View cancel(@PathVariable UUID id) {
        callers.in(known.require(id).store());
        return View.of(transactions.inOne(() -> {
            tables.close(known.require(id), Count.CANCELLED);
            Count count = known.require(id);
            if (!count.state().equals(Count.CANCELLED)) {
                throw KnownCounts.closed(count);
            }
            return count;
        }));
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        Count count = known.require(id);
        callers.in(count.store());
        return View.of(count);
    }

    @GetMapping
    List<View> page(
            @RequestParam String store,
            @RequestParam(required = false) @Pattern(regexp = "open|finished|cancelled") @Nullable String state,
            @ParameterObject @Valid ListedDays days,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return tables.page(new DocumentFilter(store, state, days, after), limit).stream()
                .map(View::of)
                .toList();
    }

    @GetMapping("/{id}/entries")
    List<Count.Entered> entries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String afterSku,
            @RequestParam(defaultValue = "") String afterPlace,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        Count count = known.require(id);
        callers.in(count.store());
        return tables.entries(count, afterSku, afterPlace, limit);
    }

    /** The result of a finished count. */
    @GetMapping("/{id}/lines")
    List<Count.Line> lines(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        Count count = known.require(id);
        callers.in(count.store());
        return tables.lines(count, after, limit);
    }

    record Opening(
            @NotNull UUID id,
            @NotBlank String reference,
            @NotBlank String store,
            @NotNull @PastOrPresent Instant occurredAt) {}

    record Entry(
            @NotNull UUID id,
            @NotBlank String sku,
            @Nullable String place,
            @Nullable String counter,
            @NotNull BigDecimal quantity,
            @NotNull @PastOrPresent Instant countedAt,
            @Nullable UUID replaces) {}

    record Closing(@NotNull UUID id, @NotNull @PastOrPresent Instant occurredAt) {}

    record View(UUID id, String reference, String store, String state, Instant occurredAt, Instant recordedAt) {
        static View of(Count count) {
            return new View(
                    count.id(),
                    count.reference(),
                    count.store(),
                    count.state(),
                    count.occurredAt(),
                    count.recordedAt());
        }
    }
}
