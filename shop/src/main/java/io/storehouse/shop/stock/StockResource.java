package io.storehouse.shop.stock;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.catalogue.Assortment;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Channel;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
@RequestMapping("/api/v1/stock")
class StockResource {
    private final Stock stock;
    private final StockViews views;
    private final Shortages shortages;
    private final Callers callers;

    StockResource(Stock stock, StockViews views, Shortages shortages, Callers callers) {
        this.shortages = shortages;
        this.stock = stock;
        this.views = views;
        this.callers = callers;
    }

    @PostMapping("/receipts")
    ResponseEntity<View> receive(@Valid @RequestBody Receipt body) {
        callers.in(body.store());
        return answer(stock.receive(List.of(body.command())).get(0));
    }

    @PostMapping("/adjustments")
    ResponseEntity<View> adjust(@Valid @RequestBody Adjustment body) {
        Caller caller = callers.in(body.store());
        return answer(stock.adjust(List.of(body.command(caller))).get(0));
    }

    @GetMapping("/receipts/{id}")
    View receipt(@PathVariable UUID id) {
        return one(id, views.receipt(id));
    }

    @GetMapping("/adjustments/{id}")
    View adjustment(@PathVariable UUID id) {
        return one(id, views.adjustment(id));
    }

    @GetMapping
    List<StockViews.Balance> balances(
            @RequestParam String store,
            @ParameterObject @Valid Assortment assortment,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return views.balances(store, assortment, after, limit);
    }

    /** The moves of a SKU by version, also where dates are given. */
    @GetMapping("/moves")
    List<StockViews.Move> moves(
            @RequestParam String store,
            @RequestParam String sku,
            @RequestParam(required = false) @Nullable String kind,
            @ParameterObject @Valid ListedDays days,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return views.moves(new MoveFilter(store, sku, kind, days, after), limit);
    }

    @GetMapping("/shortages")
    List<Shortages.Shortage> shortages(
            @RequestParam String store,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "") String afterSku,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return shortages.page(store, after, afterSku, limit);
    }

    private View one(UUID id, Optional<StockDocument> found) {
        StockDocument document = found.orElseThrow(
                () -> new ShopException(StockError.STOCK_DOCUMENT_NOT_FOUND, "There is no such document: " + id));
        callers.in(document.store());
        return View.of(document);
    }

    static ResponseEntity<View> answer(StockDocument document) {
        return Answers.created(View.of(document), document.replayed());
    }

    record Receipt(
            @NotNull UUID id,
            @NotBlank String reference,
            @NotBlank String store,
            @NotNull @PastOrPresent Instant occurredAt,
            boolean assumed,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull ReceiptLine> lines) {

        ReceiveStock command() {
            return new ReceiveStock(
                    id,
                    reference,
                    store,
                    Channel.TILL,
                    occurredAt,
                    assumed,
                    lines.stream()
                            .map(line -> new ReceiveStock.Line(line.sku(), line.quantity(), line.unitCost()))
                            .toList());
        }
    }

    record ReceiptLine(
            @NotBlank String sku,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitCost) {}

    record Adjustment(
            @NotNull UUID id,
            @NotBlank String reference,
            @NotBlank String store,
            @Nullable String till,
            @NotNull @PastOrPresent Instant occurredAt,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull AdjustmentLine> lines) {

        AdjustStock command(Caller caller) {
            return new AdjustStock(
                    id,
                    reference,
                    store,
                    caller.tillOr(till),
                    Channel.TILL,
                    occurredAt,
                    lines.stream()
                            .map(line -> new AdjustStock.Line(
                                    line.sku(), line.quantity(), line.reason() == null ? "" : line.reason()))
                            .toList());
        }
    }

    record AdjustmentLine(
            @NotBlank String sku,
            @NotNull BigDecimal quantity,
            @Nullable String reason) {}

    record View(UUID id, String reference, String store, LocalDate businessDate, Instant recordedAt) {
        static View of(StockDocument document) {
            return new View(
                    document.id(),
                    document.reference(),
                    document.store(),
                    document.businessDate(),
                    document.recordedAt());
        }
    }
}
