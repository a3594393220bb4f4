package io.storehouse.shop.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units")
class UnitResource {
    private static final int CODE = 16;

    private final UnitTable units;

    UnitResource(UnitTable units) {
        this.units = units;
    }

    @PutMapping("/{code}")
    UnitTable.Unit define(@PathVariable String code, @Valid @RequestBody Body body) {
        if (code.length() > CODE) {
            throw Products.invalid("Invalid unit: over 16 characters");
        }
        return units.define(new UnitTable.Unit(Products.code(code, "unit"), body.name()));
    }

    @GetMapping
    List<UnitTable.Unit> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return units.page(after, limit);
    }

    record Body(@NotBlank @Size(max = 64) String name) {}
}
