package io.storehouse.shop.access;

import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Stores;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tills")
class TillResource {
    private static final int CODE_LENGTH = 32;

    private final Tokens tokens;
    private final Stores stores;
    private final Callers callers;
    private final AuditLog audit;
    private final Transactions transactions;

    TillResource(Tokens tokens, Stores stores, Callers callers, AuditLog audit, Transactions transactions) {
        this.tokens = tokens;
        this.stores = stores;
        this.callers = callers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The token is shown this once; issuing again makes the old one invalid. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View issue(@Valid @RequestBody Body body) {
        callers.in(body.store());
        if (body.code().length() > CODE_LENGTH) {
            throw new ShopException(AccessError.INVALID_TILL, "Invalid till code: over " + CODE_LENGTH + " characters");
        }
        String store = stores.require(body.store()).code();
        return transactions.inOne(() -> {
            audit.record(AuditEntry.of(AccessAct.TILL_TOKEN_ISSUED, store, body.code()));
            return new View(store, body.code(), tokens.issue(store, body.code()));
        });
    }

    record Body(@NotBlank String store, @NotBlank String code) {}

    record View(String store, String code, String token) {}
}
