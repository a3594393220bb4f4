package io.storehouse.shop.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/spus")
class SpuResource {
    private final SpuTable spus;

    SpuResource(SpuTable spus) {
        this.spus = spus;
    }

    @PutMapping("/{code}")
    Spu define(@PathVariable String code, @Valid @RequestBody Body body) {
        if (new HashSet<>(body.axes()).size() < body.axes().size()) {
            throw Products.invalid("Invalid attributes of " + code + ": one is there twice");
        }
        return spus.define(new Spu(
                Products.code(code, "SPU"),
                Products.name(body.name(), "product"),
                body.axes(),
                Products.codeOrNone(body.category(), "category"),
                body.brand(),
                Products.codeOrNone(body.taxClass(), "tax class")));
    }

    @GetMapping("/{code}")
    Spu one(@PathVariable String code) {
        return spus.one(code.toUpperCase(Locale.ROOT));
    }

    @GetMapping
    List<Spu> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return spus.page(after, limit);
    }

    @GetMapping("/{code}/variants")
    List<Product> variants(@PathVariable String code) {
        return spus.variants(code.toUpperCase(Locale.ROOT));
    }

    /** Makes a listed SKU the variant with these attributes. */
    @PutMapping("/{code}/variants/{sku}")
    Product vary(@PathVariable String code, @PathVariable String sku, @Valid @RequestBody Variant body) {
        return spus.vary(code.toUpperCase(Locale.ROOT), sku.toUpperCase(Locale.ROOT), body.attributes());
    }

    @DeleteMapping("/{code}/variants/{sku}")
    Product release(@PathVariable String code, @PathVariable String sku) {
        return spus.release(code.toUpperCase(Locale.ROOT), sku.toUpperCase(Locale.ROOT));
    }

    record Body(
            @NotNull String name,
            @NotEmpty @Size(max = 4) List<@NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,31}") String> axes,
            @Nullable String category,
            @Nullable @Size(max = 128) String brand,
            @Nullable String taxClass) {}

    record Variant(@NotNull Map<String, @NotBlank @Size(max = 64) String> attributes) {}
}
