package io.storehouse.shop.flashsale;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/flash-sales")
class FlashSaleResource {
    private static final Logger LOG = LoggerFactory.getLogger(FlashSaleResource.class);

    private final FlashSales sales;
    private final FlashSaleTable table;
    private final ClaimGate gate;
    private final Callers callers;

    FlashSaleResource(FlashSales sales, FlashSaleTable table, ClaimGate gate, Callers callers) {
        this.sales = sales;
        this.table = table;
        this.gate = gate;
        this.callers = callers;
    }

    /** Makes a sale, or changes one that has not begun; its units are held in stock from now on. */
    @PutMapping("/{id}")
    View define(@PathVariable UUID id, @Valid @RequestBody Body body) {
        callers.in(body.store());
        table.find(id).ifPresent(before -> callers.in(before.store()));
        FlashSale sale = sales.define(body.command(id));
        tellRedis(sale);
        return View.of(sale);
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id) {
        allowed(id);
        FlashSale sale = sales.cancel(id);
        tellRedis(sale);
        return View.of(sale);
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return View.of(allowed(id));
    }

    /** Sales by when they were defined; where instants are given, by when they begin first. */
    @GetMapping
    List<View> page(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "open|cancelled|ended") String state,
            @ParameterObject @Valid ListedTimes times,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return table.page(new SaleFilter(callers.scopeOf(store), state, times, after), limit).stream()
                .map(View::of)
                .toList();
    }

    private FlashSale allowed(UUID id) {
        FlashSale sale = sales.require(id);
        callers.in(sale.store());
        return sale;
    }

    /** Without Redis a sale is defined all the same: the clockwork tells it. */
    private void tellRedis(FlashSale sale) {
        try {
            if (sale.open() && sale.version() == 1 && sale.remaining() == sale.quota()) {
                gate.begin(sale);
                return;
            }
            gate.define(sale);
        } catch (ShopException e) {
            LOG.warn("Redis was not told of flash sale {}: {}", sale.id(), e.getMessage());
        }
    }

    /**
     * A flash sale.
     *
     * @param payWithinSeconds how long who wins has to pay
     */
    record Body(
            @NotBlank String name,
            @NotBlank String store,
            @NotBlank String sku,
            @NotNull BigDecimal price,
            @Min(1) @Max(1_000_000) int quota,
            @NotNull Instant from,
            @NotNull Instant until,
            @Min(1) @Max(604_800) int payWithinSeconds) {
        DefineFlashSale command(UUID id) {
            return new DefineFlashSale(
                    id, name, store, sku, price, quota, from, until, Duration.ofSeconds(payWithinSeconds));
        }
    }

    /**
     * A flash sale as it is.
     *
     * @param remaining units of the quota that nobody has won
     * @param state {@code open}, {@code cancelled} or {@code ended}; an open one sells from its first to its last instant
     */
    record View(
            UUID id,
            String name,
            String store,
            String sku,
            BigDecimal price,
            int quota,
            int remaining,
            Instant from,
            Instant until,
            long payWithinSeconds,
            String state,
            int version) {
        static View of(FlashSale sale) {
            return new View(
                    sale.id(),
                    sale.name(),
                    sale.store(),
                    sale.sku(),
                    sale.price(),
                    sale.quota(),
                    sale.remaining(),
                    sale.from(),
                    sale.until(),
                    sale.payWithin().toSeconds(),
                    sale.state(),
                    sale.version());
        }
    }
}
