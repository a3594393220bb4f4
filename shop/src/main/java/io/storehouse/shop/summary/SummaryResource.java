package io.storehouse.shop.summary;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sales-summary")
class SummaryResource {
    private final Summaries summaries;
    private final Stores stores;
    private final Callers callers;
    private final Clock clock;

    SummaryResource(Summaries summaries, Stores stores, Callers callers, Clock clock) {
        this.summaries = summaries;
        this.stores = stores;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The sales of a period, laid out like a balance sheet, and beside those of another.
     *
     * @param store null for all stores of the caller
     * @param from null for the last day alone
     * @param to null for the newest business date of the stores
     * @param by {@code hour}, {@code day}, {@code store}, {@code category} or {@code staff}
     * @param compare {@code previous}, {@code week} or {@code year}
     */
    @GetMapping
    View summary(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "day") String by,
            @RequestParam(defaultValue = "previous") String compare) {
        List<Store> own = stores.in(callers.scopeOf(store));
        Instant now = clock.instant();
        LocalDate last = to == null ? newest(own, now) : to;
        Comparison.Period period = new Comparison.Period(from == null ? last : from, last);
        Summaries.Question question = new Summaries.Question(own, period, Grouping.of(by), Comparison.of(compare));
        List<Summaries.Tender> tenders = summaries.tenders(question);
        return new View(
                period.from(),
                period.to(),
                question.beforeFrom(),
                question.beforeTo(),
                own.stream().map(Store::code).toList(),
                now,
                summaries.totals(question).stream()
                        .map(total -> new Total(
                                total,
                                tenders.stream()
                                        .filter(tender -> tender.currency().equals(total.currency()))
                                        .toList()))
                        .toList(),
                summaries.rows(question));
    }

    private static LocalDate newest(List<Store> stores, Instant now) {
        return stores.stream()
                .map(store -> store.businessTimeOf(now).date())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /**
     * A summary.
     *
     * @param stores the codes of those that are in it
     * @param totals one a currency
     * @param rows of the grouping
     */
    record View(
            LocalDate from,
            LocalDate to,
            LocalDate beforeFrom,
            LocalDate beforeTo,
            List<String> stores,
            Instant generatedAt,
            List<Total> totals,
            List<Summaries.Line> rows) {}

    /** Everything of a currency; Σ net of the tenders = paid. */
    record Total(Summaries.Line sum, List<Summaries.Tender> tenders) {}
}
