package io.storehouse.shop.pricing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
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
@RequestMapping("/api/v1/promotions")
class PromotionResource {
    private final Definitions definitions;

    PromotionResource(Definitions definitions) {
        this.definitions = definitions;
    }

    @PutMapping("/{code}")
    View define(@PathVariable String code, @Valid @RequestBody DefinitionBody.Promotion body) {
        return View.of(definitions.define(body.definition(code)).definition());
    }

    @GetMapping("/{code}")
    View one(@PathVariable String code) {
        return View.of(
                definitions.require(code, DefinitionTable.Listing.PROMOTIONS).definition());
    }

    @GetMapping
    List<View> page(
            @ParameterObject @Valid Asked asked,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit) {
        return definitions.page(DefinitionTable.Listing.PROMOTIONS, asked, after, limit).stream()
                .map(kept -> View.of(kept.definition()))
                .toList();
    }

    record View(
            String code,
            String name,
            String kind,
            boolean enabled,
            Instant startsAt,
            Instant endsAt,
            @Nullable String currency,
            int priority,
            boolean exclusive,
            @Nullable List<String> stores,
            @Nullable List<String> skus,
            @Nullable List<String> tiers,
            DefinitionBody.TermsBody terms) {
        static View of(Definition definition) {
            return new View(
                    definition.code(),
                    definition.name(),
                    definition.kind().code(),
                    definition.enabled(),
                    definition.startsAt(),
                    definition.endsAt(),
                    definition.currency(),
                    definition.priority(),
                    definition.stacking() == Rule.Stacking.EXCLUSIVE,
                    definition.stores(),
                    definition.skus(),
                    definition.tiers(),
                    DefinitionBody.TermsBody.of(definition.terms()));
        }
    }
}
