package io.storehouse.shop.access;

import io.storehouse.shop.problems.ErrorCode;

enum AccessError implements ErrorCode {
    WRONG_CREDENTIALS(Kind.UNAUTHENTICATED, "User name or password is wrong"),
    TOO_MANY_LOGINS(Kind.LIMIT, "Too many failed logins"),
    INVALID_TILL(Kind.INVALID, "The till's definition breaks a rule");

    private final Kind kind;
    private final String title;

    AccessError(Kind kind, String title) {
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
