package io.storehouse.shop.stock;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.catalogue.Assortment;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What managers look at and decide: worth, levels, periods, proofs. */
@RestController
@RequestMapping("/api/v1/stock")
class StockControlResource {
    private final StockReports reports;
    private final StockLevels levels;
    private final Periods periods;
    private final StockProofs proofs;
    private final Stores stores;
    private final Catalogue catalogue;
    private final Callers callers;

    StockControlResource(
            StockReports reports,
            StockLevels levels,
            Periods periods,
            StockProofs proofs,
            Stores stores,
            Catalogue catalogue,
            Callers callers) {
        this.reports = reports;
        this.levels = levels;
        this.periods = periods;
        this.proofs = proofs;
        this.stores = stores;
        this.catalogue = catalogue;
        this.callers = callers;
    }

    /** Quantities with what they are worth. */
    @GetMapping("/report")
    List<StockReports.Line> report(
            @RequestParam String store,
            @ParameterObject @Valid Assortment assortment,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return reports.page(store, assortment, after, limit);
    }

    /** The moves of a SKU with what they are worth, by version, also where dates are given. */
    @GetMapping("/ledger")
    List<StockReports.Move> ledger(
            @RequestParam String store,
            @RequestParam String sku,
            @RequestParam(required = false) @Nullable String kind,
            @ParameterObject @Valid ListedDays days,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return reports.moves(new MoveFilter(store, sku, kind, days, after), limit);
    }

    @PutMapping("/levels/{store}/{sku}")
    Level set(@PathVariable String store, @PathVariable String sku, @Valid @RequestBody Level body) {
        callers.in(store);
        BigDecimal minimum = Decimals.quantity(body.minimum(), "minimum");
        BigDecimal maximum = Decimals.quantity(body.maximum(), "maximum");
        if (minimum.signum() < 0 || maximum.compareTo(minimum) < 0) {
            throw StockPosting.invalid("Invalid level: expected 0 <= minimum <= maximum");
        }
        String known = sku.toUpperCase(Locale.ROOT);
        catalogue.require(List.of(known));
        levels.set(stores.require(store), known, minimum, maximum);
        return new Level(minimum, maximum);
    }

    @GetMapping("/levels")
    List<StockLevels.Level> levels(
            @RequestParam String store,
            @ParameterObject @Valid Assortment assortment,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return levels.levels(store, assortment, after, limit);
    }

    /** What to order. */
    @GetMapping("/reorder")
    List<StockLevels.Level> reorder(
            @RequestParam String store,
            @ParameterObject @Valid Assortment assortment,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return levels.reorder(store, assortment, after, limit);
    }

    /** What is running out. */
    @GetMapping("/low")
    List<StockLevels.Level> low(
            @RequestParam String store,
            @ParameterObject @Valid Assortment assortment,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.in(store);
        return levels.low(store, assortment, after, limit);
    }

    /** When to order, by demand and lead time. */
    @GetMapping("/reorder-point")
    ReorderPoint reorderPoint(
            @RequestParam @DecimalMin("0") BigDecimal demand,
            @RequestParam @DecimalMin("0") BigDecimal demandDeviation,
            @RequestParam @DecimalMin("0") BigDecimal leadTime,
            @RequestParam @DecimalMin("0") BigDecimal leadTimeDeviation,
            @RequestParam(defaultValue = "1.65") @DecimalMin("0") BigDecimal z) {
        return ReorderPoint.of(new ReorderPoint.Supply(
                Decimals.money(demand, "demand"),
                Decimals.money(demandDeviation, "deviation of demand"),
                Decimals.money(leadTime, "lead time"),
                Decimals.money(leadTimeDeviation, "deviation of lead time"),
                Decimals.money(z, "score")));
    }

    @PutMapping("/periods/{store}")
    Period close(@PathVariable String store, @Valid @RequestBody Period body) {
        Caller caller = callers.in(store);
        periods.close(stores.require(store), body.closedUntil(), caller.name());
        return body;
    }

    @GetMapping("/periods/{store}")
    OpenPeriod period(@PathVariable String store) {
        callers.in(store);
        Store known = stores.require(store);
        return new OpenPeriod(periods.closedUntil(known.id()));
    }

    /** Proves one store, or all. */
    @PostMapping("/proofs")
    StockProofs.Proof prove(@RequestParam(required = false) @Nullable String store) {
        callers.inOrEverywhere(store);
        return proofs.prove(store);
    }

    @GetMapping("/proofs")
    List<StockProofs.Proof> proofs(
            @RequestParam(defaultValue = "9223372036854775807") @Min(1) long before,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.inOrEverywhere(null);
        return proofs.page(before, limit);
    }

    @GetMapping("/proofs/{id}/differences")
    List<StockProofs.Difference> differences(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        callers.inOrEverywhere(null);
        return proofs.differences(id, after, limit);
    }

    record Level(@NotNull BigDecimal minimum, @NotNull BigDecimal maximum) {}

    record Period(@NotNull LocalDate closedUntil) {}

    record OpenPeriod(@Nullable LocalDate closedUntil) {}
}
