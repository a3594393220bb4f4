package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    ProductResource(ProductTable products) {
        this.products = products;
    }

    @PutMapping("/{sku}")
    Product list(@PathVariable String sku, @Valid @RequestBody Body body) {
        return products.list(
                        List.of(new ProductDefinition(sku, body.name(), body.barcode(), body.price(), body.goods())))
                .get(0);
    }

    @GetMapping
    List<Product> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String barcode) {
        return barcode == null ? products.page(after, limit) : products.withBarcode(barcode);
    }

    @GetMapping("/{sku}")
    Product one(@PathVariable String sku) {
        Product product = products.find(List.of(sku.toUpperCase(Locale.ROOT))).get(sku.toUpperCase(Locale.ROOT));
        if (product == null) {
            throw new ShopException(CatalogueError.PRODUCT_NOT_FOUND, "There is no product " + sku);
        }
        return product;
    }

    record Body(
            @NotNull String name,
            @Nullable String barcode,
            @Nullable BigDecimal price,
            boolean goods) {}
}
