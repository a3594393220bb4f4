package io.storehouse.shop.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/product-search")
class SearchResource {
    private final ProductSearch search;

    SearchResource(ProductSearch search) {
        this.search = search;
    }

    /**
     * Products by code, bar code, part of the name, or pinyin (initials or in full), best match first; several words must all
     * match. {@code after} is the cursor of the last hit seen.
     */
    @GetMapping
    List<ProductSearch.Hit> find(
            @RequestParam @NotBlank @Size(max = 200) String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return search.find(text, after == null ? null : SearchPlace.of(after), limit);
    }
}
