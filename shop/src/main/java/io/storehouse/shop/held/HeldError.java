package io.storehouse.shop.held;

import io.storehouse.shop.problems.ErrorCode;

enum HeldError implements ErrorCode {
    INVALID_HELD_SALE(Kind.INVALID, "The held sale breaks a rule"),
    HELD_SALE_NOT_FOUND(Kind.MISSING, "There is no such held sale"),
    ALREADY_RECALLED(Kind.CONFLICT, "The held sale was recalled by somebody else");

    private final Kind kind;
    private final String title;

    HeldError(Kind kind, String title) {
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
