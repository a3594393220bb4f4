package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Answers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CampaignResource {
    private final Definitions definitions;
    private final CouponCodes codes;
    private final CouponViews views;

    CampaignResource(Definitions definitions, CouponCodes codes, CouponViews views) {
        this.definitions = definitions;
        this.codes = codes;
        this.views = views;
    }

    @PutMapping("/coupon-campaigns/{code}")
    View define(@PathVariable String code, @Valid @RequestBody DefinitionBody.Campaign body) {
        return View.of(definitions.define(body.definition(code)));
    }

    @GetMapping("/coupon-campaigns/{code}")
    View one(@PathVariable String code) {
        return View.of(definitions.require(code, DefinitionTable.Listing.CAMPAIGNS));
    }

    @GetMapping("/coupon-campaigns")
    List<View> page(
            @ParameterObject @Valid Asked asked,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit) {
        return definitions.page(DefinitionTable.Listing.CAMPAIGNS, asked, after, limit).stream()
                .map(View::of)
                .toList();
    }

    /** Makes codes that are used once; they are listed by {@code batch}, the request's id. */
    @PostMapping("/coupon-campaigns/{code}/codes")
    ResponseEntity<MadeView> make(@PathVariable String code, @Valid @RequestBody Codes body) {
        CouponCodes.Made made = codes.make(
                new CouponCodes.Make(body.id(), code, body.count(), body.prefix() == null ? "" : body.prefix()));
        return Answers.created(new MadeView(made.id(), made.campaign(), made.count()), made.replayed());
    }

    @GetMapping("/coupon-campaigns/{code}/codes")
    List<CouponViews.Coupon> codes(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID batch,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return views.page(
                definitions.require(code, DefinitionTable.Listing.CAMPAIGNS).id(), batch, after, limit);
    }

    @GetMapping("/coupons/{coupon}/uses")
    List<CouponViews.Use> uses(
            @PathVariable String coupon,
            @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return views.uses(Cart.coupon(coupon), after, limit);
    }

    record Codes(@NotNull UUID id, int count, @Nullable String prefix) {}

    record MadeView(UUID id, String campaign, int count) {}

    /**
     * A campaign.
     *
     * @param codes how many there are
     */
    record View(
            @com.fasterxml.jackson.annotation.JsonUnwrapped PromotionResource.View promotion,
            @Nullable String sharedCode,
            @Nullable Integer totalLimit,
            @Nullable Integer customerLimit,
            boolean restorable,
            long codes) {
        static View of(DefinitionTable.Kept kept) {
            Definition.Campaign campaign =
                    Objects.requireNonNull(kept.definition().campaign());
            return new View(
                    PromotionResource.View.of(kept.definition()),
                    campaign.sharedCode(),
                    campaign.totalLimit(),
                    campaign.customerLimit(),
                    campaign.restorable(),
                    kept.codes() == null ? 0 : kept.codes());
        }
    }
}
