package io.storehouse.shop.pricelists;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.access.Callers;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/prices")
class PriceResource {
    private final Prices prices;
    private final PriceTables tables;
    private final Catalogue catalogue;
    private final Stores stores;
    private final Callers callers;
    private final Clock clock;

    PriceResource(Prices prices, PriceTables tables, Catalogue catalogue, Stores stores, Callers callers, Clock clock) {
        this.prices = prices;
        this.tables = tables;
        this.catalogue = catalogue;
        this.stores = stores;
        this.callers = callers;
        this.clock = clock;
    }

    /** Sets or schedules prices: of a store, or of the chain where none is named. A price of null takes the list's away. */
    @PostMapping("/changes")
    ResponseEntity<View> change(@Valid @RequestBody Body body) {
        Caller caller = callers.inOrEverywhere(body.store());
        ChangedPrices changed =
                prices.change(List.of(body.command(caller.name()))).get(0);
        View view = new View(changed.id(), changed.store(), changed.validFrom(), changed.recordedAt());
        return Answers.created(view, changed.replayed());
    }

    /** What the SKUs cost in a store at an instant (now, where none is given); null where nothing is said of one. */
    @GetMapping
    List<Charged> at(
            @RequestParam String store,
            @RequestParam @NotEmpty @Size(max = 1000) List<@NotBlank String> sku,
            @RequestParam(required = false) @Nullable Instant at) {
        callers.in(store);
        Store known = stores.require(store);
        List<String> skus = sku.stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        Map<String, Product> products = catalogue.require(skus);
        Map<String, Price> found = prices.at(
                        List.of(new PriceQuestion(known, at == null ? clock.instant() : at, Set.copyOf(skus))))
                .get(0);
        return skus.stream()
                .map(code -> Charged.of(Objects.requireNonNull(products.get(code)), found.get(code)))
                .toList();
    }

    /** What a list has said and will say of a SKU, the last first; the chain's list where no store is named. */
    @GetMapping("/history")
    List<PriceTables.Entry> history(
            @RequestParam String sku,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        if (store != null) {
            callers.in(store);
        }
        return tables.history(
                store == null ? null : stores.require(store),
                sku.toUpperCase(Locale.ROOT),
                after == null ? HistoryPlace.END : HistoryPlace.of(after),
                limit);
    }

    record Body(
            @NotNull UUID id,
            @Nullable String store,
            @Nullable Instant validFrom,
            @Nullable String reason,
            @NotEmpty @Size(max = 5_000) List<@Valid @NotNull Line> lines) {

        ChangePrices command(String changedBy) {
            return new ChangePrices(
                    id,
                    store,
                    validFrom,
                    changedBy,
                    reason == null ? "" : reason,
                    lines.stream()
                            .map(line -> new ChangePrices.Line(line.sku(), line.price()))
                            .toList());
        }
    }

    record Line(@NotBlank String sku, @Nullable BigDecimal price) {}

    record View(UUID id, @Nullable String store, Instant validFrom, Instant recordedAt) {}

    /** A price and the list that says it: {@code store}, {@code chain} or {@code product}. */
    record Charged(
            String sku,
            @Nullable BigDecimal price,
            String source,
            @Nullable Instant validFrom) {

        static Charged of(Product product, @Nullable Price price) {
            if (price == null) {
                return new Charged(product.sku(), product.price(), "product", null);
            }
            return new Charged(
                    price.sku(), price.amount(), price.source().name().toLowerCase(Locale.ROOT), price.validFrom());
        }
    }
}
