package io.storehouse.shop.held;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/held-sales")
class HeldResource {
    private final Documents documents;
    private final Transactions transactions;
    private final Holds holds;
    private final Recalls recalls;
    private final HeldTable table;
    private final HeldPlaces places;
    private final JsonMapper json;

    HeldResource(
            Documents documents,
            Transactions transactions,
            Holds holds,
            Recalls recalls,
            HeldTable table,
            HeldPlaces places,
            JsonMapper json) {
        this.documents = documents;
        this.transactions = transactions;
        this.holds = holds;
        this.recalls = recalls;
        this.table = table;
        this.places = places;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<HeldView> hold(@Valid @RequestBody HoldBody body) {
        Caller caller = places.caller(body.store());
        String till = caller.tillOr(body.till());
        if (till == null || till.isBlank()) {
            throw new ShopException(HeldError.INVALID_HELD_SALE, "Invalid held sale: it names no till");
        }
        HeldSale.Held held = documents
                .recordOnce(
                        holds,
                        List.of(new HoldSale(
                                body.id(),
                                body.store(),
                                till,
                                body.label(),
                                body.cart().toString(),
                                caller.name())))
                .get(0);
        return Answers.created(HeldView.of(held, body.label()), held.replayed());
    }

    /** What the store's tills hold; an expired one is marked. */
    @GetMapping
    List<ListedView> page(
            @RequestParam String store,
            @RequestParam(required = false) @Nullable String till,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Sort.CODES) String sort,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        places.caller(store);
        HeldFilter filter = new HeldFilter(store, till, Sort.of(sort, Sort.OLDEST), after);
        return table.page(filter, limit).stream().map(ListedView::of).toList();
    }

    /** Takes the sale up; the answer is its cart, which is forgotten some time later. */
    @PostMapping("/{id}/recall")
    ResponseEntity<RecalledView> recall(@PathVariable UUID id, @Valid @RequestBody RecallBody body) {
        HeldTable.Row held = table.find(id)
                .orElseThrow(() -> new ShopException(HeldError.HELD_SALE_NOT_FOUND, "There is no held sale " + id));
        Caller caller = places.caller(held.store());
        RecallSale.Recalled recalled = documents
                .recordOnce(recalls, List.of(new RecallSale(body.id(), id, caller.tillOr(body.till()), caller.name())))
                .get(0);
        return Answers.created(
                new RecalledView(id, held.store(), held.label(), json.readTree(held.cart())), recalled.replayed());
    }

    /** Makes another till answer for all that a till holds, so that the one can close its shift. */
    @PostMapping("/hand-over")
    Map<String, Integer> handOver(@Valid @RequestBody HandOverBody body) {
        places.caller(body.store());
        return transactions.inOne(() ->
                Map.of("handedOver", table.handOver(places.open(body.store(), body.to()), body.from(), body.to())));
    }

    record HoldBody(
            @NotNull UUID id,
            @NotBlank String store,
            @Nullable String till,
            @Nullable String label,
            @NotNull @Schema(implementation = Object.class) JsonNode cart) {}

    record RecallBody(@NotNull UUID id, @Nullable String till) {}

    record HandOverBody(
            @NotBlank String store,
            @NotBlank String from,
            @NotBlank String to) {}

    record HeldView(
            UUID id, String store, String till, @Nullable String label, Instant heldAt, Instant expiresAt) {
        static HeldView of(HeldSale.Held held, @Nullable String label) {
            return new HeldView(held.id(), held.store(), held.till(), label, held.heldAt(), held.expiresAt());
        }
    }

    record ListedView(
            UUID id,
            String till,
            @Nullable String label,
            Instant heldAt,
            String heldBy,
            Instant expiresAt,
            boolean expired) {
        static ListedView of(HeldTable.Row row) {
            return new ListedView(
                    row.id(), row.till(), row.label(), row.heldAt(), row.heldBy(), row.expiresAt(), row.expired());
        }
    }

    record RecalledView(
            UUID id,
            String store,
            @Nullable String label,
            @Schema(implementation = Object.class) JsonNode cart) {}
}
