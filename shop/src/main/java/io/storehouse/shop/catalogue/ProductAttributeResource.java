package io.storehouse.shop.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said of a product beyond its listing, a part at a time. */
@RestController
@RequestMapping("/api/v1/products/{sku}")
class ProductAttributeResource {
    private final ProductAttributes attributes;

    ProductAttributeResource(ProductAttributes attributes) {
        this.attributes = attributes;
    }

    @PutMapping("/classification")
    Product classify(@PathVariable String sku, @Valid @RequestBody Classification body) {
        return attributes.classify(
                sku.toUpperCase(Locale.ROOT),
                Products.codeOrNone(body.category(), "category"),
                body.brand(),
                Products.codeOrNone(body.taxClass(), "tax class"));
    }

    /** A delisted product is not sold any more, and still taken back. */
    @PutMapping("/status")
    Product status(@PathVariable String sku, @Valid @RequestBody StatusBody body) {
        String code = sku.toUpperCase(Locale.ROOT);
        return switch (body.status()) {
            case ACTIVE -> attributes.relist(code);
            case DELISTED -> attributes.delist(code);
        };
    }

    @PutMapping("/units")
    Units count(@PathVariable String sku, @Valid @RequestBody Units body) {
        String code = sku.toUpperCase(Locale.ROOT);
        Map<String, BigDecimal> packs = new TreeMap<>();
        for (Pack pack : body.packs()) {
            if (packs.put(Products.code(pack.unit(), "unit"), pack.factor()) != null) {
                throw Products.invalid("Invalid packs of " + code + ": " + pack.unit() + " is there twice");
            }
        }
        Product counted = attributes.count(code, Products.code(body.unit(), "unit"), packs);
        return new Units(String.valueOf(counted.unit()), packs(code));
    }

    @GetMapping("/packs")
    List<Pack> packs(@PathVariable String sku) {
        return attributes.packs(sku.toUpperCase(Locale.ROOT)).entrySet().stream()
                .map(pack -> new Pack(pack.getKey(), pack.getValue()))
                .toList();
    }

    /** Replaces all bar codes of the product; the first is its own. */
    @PutMapping("/barcodes")
    List<Barcode> code(@PathVariable String sku, @Valid @RequestBody BarcodesBody body) {
        List<Barcode> codes = body.barcodes().stream()
                .map(code -> Barcode.of(code.code(), Products.codeOrNone(code.unit(), "unit")))
                .toList();
        long distinct = codes.stream()
                .map(code -> Barcode.canonical(code.code()))
                .distinct()
                .count();
        if (distinct < codes.size()) {
            throw Products.invalid("Invalid bar codes of " + sku + ": one is there twice");
        }
        return attributes.code(sku.toUpperCase(Locale.ROOT), codes);
    }

    @GetMapping("/barcodes")
    List<Barcode> codes(@PathVariable String sku) {
        return attributes.codes(sku.toUpperCase(Locale.ROOT));
    }

    enum Status {
        ACTIVE,
        DELISTED
    }

    record Classification(
            @Nullable String category,
            @Nullable @Size(max = 128) String brand,
            @Nullable String taxClass) {}

    record StatusBody(@NotNull Status status) {}

    record Units(
            @NotBlank String unit, @NotNull @Size(max = 100) List<@Valid @NotNull Pack> packs) {}

    record Pack(@NotBlank String unit, @NotNull BigDecimal factor) {}

    record BarcodesBody(@NotNull @Size(max = 100) List<@Valid @NotNull Code> barcodes) {}

    record Code(@NotBlank String code, @Nullable String unit) {}
}
