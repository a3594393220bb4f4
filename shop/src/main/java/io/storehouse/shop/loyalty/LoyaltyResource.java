package io.storehouse.shop.loyalty;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/loyalty")
class LoyaltyResource {
    private final Loyalty loyalty;
    private final Redemptions redemptions;
    private final MemberViews members;
    private final Programmes programmes;
    private final ComeDue due;
    private final PointsProof proof;
    private final Callers callers;

    LoyaltyResource(
            Loyalty loyalty,
            Redemptions redemptions,
            MemberViews members,
            Programmes programmes,
            ComeDue due,
            PointsProof proof,
            Callers callers) {
        this.loyalty = loyalty;
        this.redemptions = redemptions;
        this.members = members;
        this.programmes = programmes;
        this.due = due;
        this.proof = proof;
        this.callers = callers;
    }

    @PutMapping("/programme")
    ProgrammeView define(@Valid @RequestBody ProgrammeBody body) {
        return ProgrammeView.of(programmes.define(body.programme()));
    }

    @GetMapping("/programme")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "204", description = "None is defined yet", content = @Content)
    ResponseEntity<ProgrammeView> programme() {
        return programmes
                .current()
                .map(found -> ResponseEntity.ok(ProgrammeView.of(found)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/redemptions")
    ResponseEntity<RedemptionView> redeem(@Valid @RequestBody RedemptionBody body) {
        callers.in(body.store());
        Redemption redemption = loyalty.redeem(List.of(body.command())).get(0);
        return Answers.created(RedemptionView.of(redemption), redemption.replayed());
    }

    @PostMapping("/redemptions/{id}/cancel")
    CancelledView cancel(@PathVariable UUID id) {
        callers.in(redemptions.storeOf(id));
        return new CancelledView(id, -redemptions.cancel(id).points());
    }

    /** Who has an account of points, by customer: those of one tier, or all. */
    @GetMapping("/members")
    List<MemberViews.Line> members(
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return members.page(tier, after, limit);
    }

    @GetMapping("/members/{code}")
    MemberViews.Member member(@PathVariable String code) {
        return members.one(code);
    }

    /** The points ledger, newest first. */
    @GetMapping("/members/{code}/points")
    List<MemberViews.Entry> points(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable @Min(1) Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return members.points(code, after == null ? Long.MAX_VALUE : after, limit);
    }

    /** Does now what comes due today. */
    @PostMapping("/rounds")
    ComeDue.Outcome round() {
        return due.run();
    }

    @GetMapping("/proof")
    PointsProof.Outcome proof() {
        return proof.prove();
    }

    record ProgrammeBody(
            @NotNull String currency,
            @NotNull BigDecimal pointsPerUnit,
            @NotNull BigDecimal pointValue,
            @Nullable Integer expiryMonths,
            @Nullable Integer tierMonths,
            @NotNull LocalDate validFrom,
            @Nullable List<@Valid @NotNull TierBody> tiers) {

        Programme programme() {
            return new Programme(
                    currencyOf(currency),
                    Decimals.money(pointsPerUnit, "points per unit"),
                    Decimals.money(pointValue, "value of a point"),
                    expiryMonths,
                    tierMonths == null ? Programme.SPEND_MONTHS : tierMonths,
                    validFrom,
                    tiers == null
                            ? List.of()
                            : tiers.stream().map(TierBody::tier).toList());
        }

        private static Currency currencyOf(String code) {
            try {
                return Currency.getInstance(code);
            } catch (IllegalArgumentException e) {
                throw new ShopException(LoyaltyError.INVALID_PROGRAMME, "Invalid currency: " + code);
            }
        }
    }

    record TierBody(
            @NotBlank String code,
            @NotNull BigDecimal threshold,
            @NotNull BigDecimal multiplier) {
        Programme.Tier tier() {
            return new Programme.Tier(
                    code, Decimals.money(threshold, "threshold"), Decimals.money(multiplier, "multiplier"));
        }
    }

    record ProgrammeView(
            String currency,
            BigDecimal pointsPerUnit,
            BigDecimal pointValue,
            @Nullable Integer expiryMonths,
            int tierMonths,
            LocalDate validFrom,
            List<Programme.Tier> tiers) {

        static ProgrammeView of(Programme programme) {
            return new ProgrammeView(
                    programme.currency().getCurrencyCode(),
                    programme.pointsPerUnit(),
                    programme.pointValue(),
                    programme.expiryMonths(),
                    programme.tierMonths(),
                    programme.validFrom(),
                    programme.tiers());
        }
    }

    record RedemptionBody(
            @NotNull UUID id,
            @NotBlank String store,
            @NotBlank String customer,
            long points,
            @NotNull @PastOrPresent Instant occurredAt) {

        RedeemPoints command() {
            return new RedeemPoints(id, store, customer, points, occurredAt);
        }
    }

    record RedemptionView(
            UUID id,
            String store,
            String customer,
            long points,
            BigDecimal value,
            String currency,
            LocalDate businessDate,
            Instant recordedAt) {

        static RedemptionView of(Redemption redemption) {
            return new RedemptionView(
                    redemption.id(),
                    redemption.store(),
                    redemption.customer(),
                    redemption.points(),
                    redemption.value(),
                    redemption.currency(),
                    redemption.businessDate(),
                    redemption.recordedAt());
        }
    }

    record CancelledView(UUID id, long points) {}
}
