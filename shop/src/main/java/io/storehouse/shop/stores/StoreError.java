package io.storehouse.shop.stores;

import io.storehouse.shop.problems.ErrorCode;

enum StoreError implements ErrorCode {
    UNKNOWN_STORE(Kind.INVALID, "The store is not known"),
    STORE_NOT_FOUND(Kind.MISSING, "There is no such store"),
    CURRENCY_IN_USE(Kind.CONFLICT, "The store has sold in another currency"),
    INVALID_STORE(Kind.INVALID, "The store's definition breaks a rule");

    private final Kind kind;
    private final String title;

    StoreError(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
