package io.storehouse.shop.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/products")
class ProductResource {
    private final ProductTable products;
    private final CategoryTable categories;

    ProductResource(ProductTable products, CategoryTable categories) {
        this.products = products;
        this.categories = categories;
    }

    @PutMapping("/{sku}")
    Product list(@PathVariable String sku, @Valid @RequestBody Body body) {
        return products.list(
                        List.of(new ProductDefinition(sku, body.name(), body.barcode(), body.price(), body.goods())))
                .get(0);
    }

    /** Products by SKU: the one with a bar code; else those in a category and below it, and found by a text, as the search does. */
    @GetMapping
    List<Product> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String barcode,
            @ParameterObject @Valid Assortment assortment,
            @RequestParam(required = false) @Nullable String taxClass,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "listed|delisted") String state) {
        if (barcode != null) {
            return products.withBarcode(barcode);
        }
        if (assortment.category() != null) {
            categories.one(assortment.category().toUpperCase(Locale.ROOT));
        }
        return products.page(new ProductFilter(assortment, taxClass, state, after), limit);
    }

    @GetMapping("/{sku}")
    Product one(@PathVariable String sku) {
        return products.one(sku.toUpperCase(Locale.ROOT));
    }

    record Body(
            @NotNull String name,
            @Nullable String barcode,
            @Nullable BigDecimal price,
            boolean goods) {}
}
