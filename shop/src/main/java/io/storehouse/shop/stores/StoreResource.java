package io.storehouse.shop.stores;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stores")
class StoreResource {
    private static final int CODE_LENGTH = 64;
    private static final int CASH_PLACES = 4;
    private static final BigDecimal MOST_CASH_STEP = BigDecimal.valueOf(1000);

    private final Stores stores;
    private final CallerScope caller;

    StoreResource(Stores stores, CallerScope caller) {
        this.stores = stores;
        this.caller = caller;
    }

    @PutMapping("/{code}")
    View define(@PathVariable String code, @Valid @RequestBody Body body) {
        return View.of(stores.define(body.definition(code)));
    }

    @GetMapping
    List<View> all() {
        return stores.in(caller.scope()).stream().map(View::of).toList();
    }

    @GetMapping("/{code}")
    View one(@PathVariable String code) {
        return stores.find(code)
                .filter(store -> caller.scope().includes(store.code()))
                .map(View::of)
                .orElseThrow(() -> new ShopException(StoreError.STORE_NOT_FOUND, "There is no store " + code));
    }

    record Body(
            @NotBlank @Size(max = 128) String name,
            @NotBlank String timeZone,
            @NotBlank String currency,
            @Nullable String dayStart,
            @Nullable BigDecimal cashRounding,
            @Nullable Boolean pricesIncludeTax,
            @Nullable String taxRounding) {

        StoreDefinition definition(String code) {
            if (code.isBlank() || code.length() > CODE_LENGTH || !code.equals(code.strip())) {
                throw new ShopException(StoreError.INVALID_STORE, "Invalid store code: '" + code + "'");
            }
            try {
                LocalTime start = dayStart == null ? LocalTime.MIDNIGHT : LocalTime.parse(dayStart);
                Currency known = Currency.getInstance(currency);
                return new StoreDefinition(code, name, ZoneId.of(timeZone), known, start, cashStep(known), taxes());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new ShopException(
                        StoreError.INVALID_STORE,
                        "Invalid store: expected an IANA time zone, an ISO 4217 currency and a day start as HH:mm");
            }
        }

        private TaxTerms taxes() {
            return new TaxTerms(
                    !Boolean.FALSE.equals(pricesIncludeTax),
                    taxRounding == null
                            ? TaxTerms.Rounding.LINE
                            : TaxTerms.Rounding.ofCode(taxRounding)
                                    .orElseThrow(() -> new ShopException(
                                            StoreError.INVALID_STORE,
                                            "Invalid tax rounding: '" + taxRounding + "'; expected line or receipt")));
        }

        /** Coins are not smaller than the currency's places, and no coin is above 1000. */
        private @Nullable BigDecimal cashStep(Currency known) {
            if (cashRounding == null) {
                return null;
            }
            int places = Math.max(0, known.getDefaultFractionDigits());
            BigDecimal step = cashRounding.stripTrailingZeros();
            if (step.signum() <= 0 || step.scale() > places || step.compareTo(MOST_CASH_STEP) > 0) {
                throw new ShopException(
                        StoreError.INVALID_STORE,
                        "Invalid cash rounding: expected above 0, at most 1000, with at most " + places + " places");
            }
            return step.setScale(CASH_PLACES);
        }
    }

    record View(
            String code,
            String name,
            String timeZone,
            String currency,
            String dayStart,
            @Nullable BigDecimal cashRounding,
            boolean pricesIncludeTax,
            String taxRounding) {
        static View of(Store store) {
            return new View(
                    store.code(),
                    store.name(),
                    store.timeZone().getId(),
                    store.currency().getCurrencyCode(),
                    store.dayStart().format(DateTimeFormatter.ofPattern("HH:mm")),
                    store.cashStep(),
                    store.taxes().included(),
                    store.taxes().rounding().code());
        }
    }
}
