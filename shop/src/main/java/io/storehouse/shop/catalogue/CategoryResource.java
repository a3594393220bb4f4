package io.storehouse.shop.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
@RequestMapping("/api/v1/categories")
class CategoryResource {
    private final CategoryTable categories;

    CategoryResource(CategoryTable categories) {
        this.categories = categories;
    }

    @PutMapping("/{code}")
    Category define(@PathVariable String code, @Valid @RequestBody Body body) {
        return categories.define(
                Products.code(code, "category"),
                Products.name(body.name(), "category"),
                Products.codeOrNone(body.parent(), "category"));
    }

    @GetMapping("/{code}")
    Category one(@PathVariable String code) {
        return categories.one(code.toUpperCase(Locale.ROOT));
    }

    @GetMapping
    List<Category> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return categories.page(after, limit);
    }

    record Body(@NotNull String name, @Nullable String parent) {}
}
