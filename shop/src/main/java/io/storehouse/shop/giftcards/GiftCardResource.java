package io.storehouse.shop.giftcards;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/gift-cards")
class GiftCardResource {
    /** 32 characters without those that are taken for each other: 20 of them are worth 100 bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 20;

    private final CardIssues issues;
    private final CardViews views;
    private final Callers callers;
    private final SecureRandom random = new SecureRandom();

    GiftCardResource(CardIssues issues, CardViews views, Callers callers) {
        this.issues = issues;
        this.views = views;
        this.callers = callers;
    }

    @PostMapping
    ResponseEntity<IssuedView> issue(@Valid @RequestBody Body body) {
        callers.in(body.store());
        CardIssues.Issued issued = issues.issue(body.command());
        return Answers.created(
                new IssuedView(issued.id(), issued.digits(), issued.currency(), issued.amount(), issued.recordedAt()),
                issued.replayed());
    }

    /** Codes to issue cards with. They are not kept: a code lives on its card only. */
    @PostMapping("/codes")
    List<String> codes(@Valid @RequestBody Codes body) {
        return IntStream.range(0, body.count())
                .mapToObj(i -> random.ints(CODE_LENGTH, 0, ALPHABET.length())
                        .collect(
                                StringBuilder::new,
                                (text, at) -> text.append(ALPHABET.charAt(at)),
                                StringBuilder::append)
                        .toString())
                .toList();
    }

    /** The code is in the body, because addresses are logged. */
    @PostMapping("/balance")
    Balance balance(@Valid @RequestBody Inquiry body) {
        return views.withCode(body.code())
                .map(card -> new Balance(card.id(), card.digits(), card.currency(), card.balance()))
                .orElseThrow(() ->
                        new ShopException(GiftCardError.GIFT_CARD_NOT_FOUND, "There is no gift card " + body.code()));
    }

    /** Cards by when they were issued; {@code spent} are those without any money on them. */
    @GetMapping
    List<CardViews.Card> page(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "open|spent") String state,
            @ParameterObject @Valid ListedTimes times,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return views.page(new CardFilter(store, state, times, after), limit);
    }

    @GetMapping("/{id}")
    CardViews.Card one(@PathVariable UUID id) {
        return views.one(id)
                .orElseThrow(() -> new ShopException(GiftCardError.GIFT_CARD_NOT_FOUND, "There is no gift card " + id));
    }

    @GetMapping("/{id}/entries")
    List<CardViews.Entry> entries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return views.entries(id, after, limit);
    }

    /**
     * A card to be issued by hand.
     *
     * @param code 16 to 32 letters and digits; it is not kept
     */
    record Body(
            @NotNull UUID id,
            @NotBlank String store,
            @NotNull GiftCardCode code,
            @NotNull BigDecimal amount,
            @Nullable String reason,
            @NotNull @PastOrPresent Instant occurredAt) {
        CardIssues.Issue command() {
            return new CardIssues.Issue(id, store, code, amount, reason == null ? "" : reason, occurredAt);
        }
    }

    record Codes(@Min(1) @Max(1000) int count) {}

    record Inquiry(@NotNull GiftCardCode code) {}

    record Balance(UUID id, String digits, String currency, BigDecimal balance) {}

    record IssuedView(UUID id, String digits, String currency, BigDecimal amount, Instant recordedAt) {}
}
