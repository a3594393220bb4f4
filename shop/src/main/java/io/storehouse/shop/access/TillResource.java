package io.storehouse.shop.access;

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

    TillResource(Tokens tokens, Stores stores) {
        this.tokens = tokens;
        this.stores = stores;
    }

    /** The token is shown this once; issuing again makes the old one invalid. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View issue(@Valid @RequestBody Body body) {
        if (body.code().length() > CODE_LENGTH) {
            throw new ShopException(AccessError.INVALID_TILL, "Invalid till code: over " + CODE_LENGTH + " characters");
        }
        String store = stores.require(body.store()).code();
        return new View(store, body.code(), tokens.issue(store, body.code()));
    }

    record Body(@NotBlank String store, @NotBlank String code) {}

    record View(String store, String code, String token) {}
}
