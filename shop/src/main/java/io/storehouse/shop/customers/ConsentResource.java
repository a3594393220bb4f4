package io.storehouse.shop.customers;

import io.storehouse.shop.documents.Answers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{code}/consents")
class ConsentResource {
    private final Consents consents;
    private final ConsentViews views;
    private final CustomerTable customers;

    ConsentResource(Consents consents, ConsentViews views, CustomerTable customers) {
        this.consents = consents;
        this.views = views;
        this.customers = customers;
    }

    @PostMapping
    ResponseEntity<ConsentViews.View> record(@PathVariable String code, @Valid @RequestBody Body body) {
        Consent consent = consents.record(List.of(body.command(code))).get(0);
        return Answers.created(ConsentViews.View.of(consent), consent.replayed());
    }

    /** What holds now, a line a purpose that was asked about. */
    @GetMapping
    List<ConsentViews.View> now(@PathVariable String code) {
        return views.now(customer(code).current());
    }

    /** Everything that was said, newest first. */
    @GetMapping("/history")
    List<ConsentViews.View> history(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        String current = customer(code).current();
        List<String> codes =
                Objects.requireNonNull(customers.codesOf(Set.of(current)).get(current));
        return views.history(codes, after, limit);
    }

    private Customer customer(String code) {
        Customer customer = customers.find(Set.of(code)).get(code);
        if (customer == null) {
            throw CustomerTable.notFound(code);
        }
        return customer;
    }

    record Body(
            @NotNull UUID id,

            @NotNull @Pattern(regexp = "marketing_sms|marketing_email|profiling|receipt_sms|receipt_email")
            String purpose,

            @NotNull Boolean granted,

            @NotNull @Pattern(regexp = "till|web|app|paper|phone|email|import")
            String source,

            @NotNull @PastOrPresent Instant occurredAt) {

        RecordConsent command(String customer) {
            return new RecordConsent(
                    id,
                    customer,
                    Purpose.valueOf(purpose.toUpperCase(Locale.ROOT)),
                    granted ? RecordConsent.Answer.GRANTED : RecordConsent.Answer.WITHDRAWN,
                    ConsentSource.valueOf(source.toUpperCase(Locale.ROOT)),
                    occurredAt);
        }
    }
}
