package io.storehouse.shop.purchasing;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/suppliers")
class SupplierResource {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");

    private final SupplierTable suppliers;

    SupplierResource(SupplierTable suppliers) {
        this.suppliers = suppliers;
    }

    @PutMapping("/{code}")
    Supplier define(@PathVariable String code, @Valid @RequestBody Body body) {
        return suppliers.define(
                new Supplier(code(code), body.name(), body.leadTimeDays(), body.terms() == null ? "" : body.terms()));
    }

    /** The code in its form. */
    static String code(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(upper).matches()) {
            throw new ShopException(
                    PurchasingError.INVALID_SUPPLIER,
                    "Invalid supplier code: '" + text + "'; expected up to 32 letters, digits, points and hyphens");
        }
        return upper;
    }

    @GetMapping("/{code}")
    Supplier one(@PathVariable String code) {
        return suppliers.one(code.toUpperCase(Locale.ROOT));
    }

    @GetMapping
    List<Supplier> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return suppliers.page(after, limit);
    }

    record Body(
            @NotBlank @Size(max = 255) String name,
            @Min(0) @Max(365) int leadTimeDays,
            @Nullable @Size(max = 255) String terms) {}
}
