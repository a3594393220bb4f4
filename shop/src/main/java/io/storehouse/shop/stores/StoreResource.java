package io.storehouse.shop.stores;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
            @Nullable String dayStart) {

        StoreDefinition definition(String code) {
            if (code.isBlank() || code.length() > CODE_LENGTH) {
                throw new ShopException(StoreError.INVALID_STORE, "Invalid store code: '" + code + "'");
            }
            try {
                LocalTime start = dayStart == null ? LocalTime.MIDNIGHT : LocalTime.parse(dayStart);
                return new StoreDefinition(code, name, ZoneId.of(timeZone), Currency.getInstance(currency), start);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new ShopException(
                        StoreError.INVALID_STORE,
                        "Invalid store: expected an IANA time zone, an ISO 4217 currency and a day start as HH:mm");
            }
        }
    }

    record View(String code, String name, String timeZone, String currency, String dayStart) {
        static View of(Store store) {
            return new View(
                    store.code(),
                    store.name(),
                    store.timeZone().getId(),
                    store.currency().getCurrencyCode(),
                    store.dayStart().format(DateTimeFormatter.ofPattern("HH:mm")));
        }
    }
}
