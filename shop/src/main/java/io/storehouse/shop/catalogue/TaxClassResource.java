package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Decimals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tax-classes")
class TaxClassResource {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int NAME = 128;

    private final TaxClassTable taxes;

    TaxClassResource(TaxClassTable taxes) {
        this.taxes = taxes;
    }

    @PutMapping("/{code}")
    TaxClass define(@PathVariable String code, @Valid @RequestBody Body body) {
        if (body.name().length() > NAME) {
            throw Products.invalid("Invalid name of a tax class: over 128 characters");
        }
        return taxes.define(Products.code(code, "tax class"), Products.name(body.name(), "tax class"));
    }

    /** The rate from a business date on, in percent from 0 to 100 with at most 4 places. */
    @PutMapping("/{code}/rates/{validFrom}")
    TaxClass rate(@PathVariable String code, @PathVariable LocalDate validFrom, @Valid @RequestBody RateBody body) {
        BigDecimal percent = Decimals.money(body.percent(), "tax rate");
        if (percent.signum() < 0 || percent.compareTo(MOST) > 0) {
            throw Products.invalid("Invalid tax rate: " + percent + "; expected 0 to 100 percent");
        }
        return taxes.rate(code.toUpperCase(Locale.ROOT), new TaxClass.Rate(validFrom, percent));
    }

    @GetMapping("/{code}")
    TaxClass one(@PathVariable String code) {
        return taxes.one(code.toUpperCase(Locale.ROOT));
    }

    @GetMapping
    List<TaxClass> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return taxes.page(after, limit);
    }

    record Body(@NotNull String name) {}

    record RateBody(@NotNull BigDecimal percent) {}
}
