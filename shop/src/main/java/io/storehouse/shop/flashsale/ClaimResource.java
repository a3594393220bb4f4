package io.storehouse.shop.flashsale;

import io.storehouse.shop.access.Callers;
import io.storehouse.shop.documents.Answers;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.problems.ShopException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/flash-sales/{sale}/claims")
class ClaimResource {
    private static final int CUSTOMER = 64;

    private final Claims claims;
    private final ClaimTable table;
    private final ClaimGate gate;
    private final FlashSales sales;
    private final SaleStores stores;
    private final Callers callers;

    ClaimResource(
            Claims claims, ClaimTable table, ClaimGate gate, FlashSales sales, SaleStores stores, Callers callers) {
        this.claims = claims;
        this.table = table;
        this.gate = gate;
        this.sales = sales;
        this.stores = stores;
        this.callers = callers;
    }

    /** Claims a unit for a customer. What comes of it is asked for at the answer's {@code poll}. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Accepted> claim(@PathVariable UUID sale, @Valid @RequestBody Body body) {
        callers.in(stores.storeOf(sale));
        Texts.atMost(CUSTOMER, body.customer(), "customer");
        boolean before = claims.take(sale, body.id(), body.customer());
        String poll = "/api/v1/flash-sales/" + sale + "/claims/" + body.id();
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create(poll));
        if (before) {
            answer.header(Answers.REPLAY, "true");
        }
        return answer.body(new Accepted(body.id(), sale, poll));
    }

    /** What came of a claim. */
    @GetMapping("/{claim}")
    View one(@PathVariable UUID sale, @PathVariable UUID claim) {
        callers.in(stores.storeOf(sale));
        return settled(sale, claim).orElseGet(() -> pending(sale, claim));
    }

    private java.util.Optional<View> settled(UUID sale, UUID claim) {
        return table.find(claim)
                .filter(found -> found.sale().equals(sale))
                .map(found -> View.of(found, sales.require(sale)));
    }

    /** The database is asked once more, because a claim may be settled while Redis answers. */
    private View pending(UUID sale, UUID claim) {
        String customer = gate.waiting(sale, claim);
        if (customer != null) {
            return View.pending(claim, customer, sales.require(sale));
        }
        boolean known = gate.knows(sale);
        return settled(sale, claim).orElseThrow(() -> {
            if (table.find(claim).isPresent()) {
                return Claims.conflict(claim);
            }
            return known || !sales.require(sale).open()
                    ? new ShopException(
                            FlashSaleError.FLASH_CLAIM_NOT_FOUND, "There is no claim " + claim + "; send it again")
                    : Claims.preparing();
        });
    }

    record Body(@NotNull UUID id, @NotBlank String customer) {}

    /** A claim that is in the queue. */
    record Accepted(UUID id, UUID sale, String poll) {}

    /**
     * A claim.
     *
     * @param state {@code pending}, {@code won}, {@code lost}, {@code paid} or {@code expired}
     * @param reason why it was lost: {@code sold-out}, {@code already-claimed}, {@code over}, {@code unknown-customer} or {@code id-taken}
     * @param price of the unit
     * @param reservationId that the order which pays it names; null where nothing was won
     */
    record View(
            UUID id,
            UUID sale,
            String customer,
            String state,
            @Nullable String reason,
            String sku,
            BigDecimal price,
            @Nullable UUID reservationId,
            @Nullable Instant payUntil,
            @Nullable UUID orderId) {

        static View pending(UUID claim, String customer, FlashSale sale) {
            return new View(claim, sale.id(), customer, "pending", null, sale.sku(), sale.price(), null, null, null);
        }

        static View of(Claim claim, FlashSale sale) {
            return new View(
                    claim.id(),
                    sale.id(),
                    claim.customer(),
                    claim.state() == Claim.State.RELEASED
                            ? Claim.State.EXPIRED.code()
                            : claim.state().code(),
                    claim.reason(),
                    sale.sku(),
                    sale.price(),
                    claim.state() == Claim.State.LOST ? null : claim.id(),
                    claim.payUntil(),
                    claim.order());
        }
    }
}
