package io.storehouse.shop.stock;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock/transfers")
class StockTransferResource {
    private final Transfers transfers;
    private final TransferTables tables;
    private final Callers callers;

    StockTransferResource(Transfers transfers, TransferTables tables, Callers callers) {
        this.transfers = transfers;
        this.tables = tables;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<StockResource.View> dispatch(@Valid @RequestBody Dispatch body) {
        callers.in(body.source());
        return StockResource.answer(transfers.dispatch(new DispatchTransfer(
                body.id(),
                body.reference(),
                body.source(),
                body.destination(),
                body.occurredAt(),
                body.lines().stream().map(Line::goods).toList())));
    }

    @PostMapping("/{id}/arrivals")
    ResponseEntity<StockResource.View> receive(@PathVariable UUID id, @Valid @RequestBody Arrival body) {
        callers.in(find(id).destination());
        return StockResource.answer(transfers.receive(new ReceiveTransfer(
                body.id(),
                id,
                body.occurredAt(),
                body.last(),
                body.lines().stream().map(Line::goods).toList())));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<StockResource.View> cancel(@PathVariable UUID id, @Valid @RequestBody Cancellation body) {
        callers.in(find(id).source());
        return StockResource.answer(transfers.cancel(new CancelTransfer(body.id(), id, body.occurredAt())));
    }

    /** For the two stores that it concerns. */
    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        Transfer transfer = find(id);
        Caller caller = callers.current();
        callers.in(caller.scope().includes(transfer.destination()) ? transfer.destination() : transfer.source());
        return View.of(transfer);
    }

    /** Those whose {@code side} is the store: {@code source} or {@code destination}. Dates are the source's. */
    @GetMapping
    List<View> page(
            @RequestParam String store,
            @RequestParam(defaultValue = "destination") @Pattern(regexp = "source|destination") String side,
            @RequestParam(required = false) @Pattern(regexp = "dispatched|received|cancelled") @Nullable String state,
            @ParameterObject @Valid ListedDays days,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return tables.page(new TransferFilter(store, side, state, days, after), limit).stream()
                .map(View::of)
                .toList();
    }

    private Transfer find(UUID id) {
        Transfer transfer = tables.find(List.of(id)).get(id);
        if (transfer == null) {
            throw new ShopException(StockError.TRANSFER_NOT_FOUND, "There is no transfer " + id);
        }
        return transfer;
    }

    record Dispatch(
            @NotNull UUID id,
            @NotBlank String reference,
            @NotBlank String source,
            @NotBlank String destination,
            @NotNull @PastOrPresent Instant occurredAt,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull Line> lines) {}

    record Arrival(
            @NotNull UUID id,
            @NotNull @PastOrPresent Instant occurredAt,
            boolean last,
            @NotNull @Size(max = 10_000) List<@Valid @NotNull Line> lines) {}

    record Cancellation(
            @NotNull UUID id, @NotNull @PastOrPresent Instant occurredAt) {}

    record Line(@NotBlank String sku, @NotNull BigDecimal quantity) {
        GoodsLine goods() {
            return new GoodsLine(sku, quantity);
        }
    }

    record View(
            UUID id,
            String reference,
            String source,
            String destination,
            String state,
            Instant occurredAt,
            Instant recordedAt,
            List<ViewLine> lines) {

        static View of(Transfer transfer) {
            return new View(
                    transfer.id(),
                    transfer.reference(),
                    transfer.source(),
                    transfer.destination(),
                    transfer.state(),
                    transfer.occurredAt(),
                    transfer.recordedAt(),
                    transfer.lines().entrySet().stream()
                            .map(entry -> new ViewLine(
                                    entry.getKey(),
                                    entry.getValue().quantity(),
                                    entry.getValue().received()))
                            .toList());
        }
    }

    record ViewLine(String sku, BigDecimal quantity, BigDecimal received) {}
}
