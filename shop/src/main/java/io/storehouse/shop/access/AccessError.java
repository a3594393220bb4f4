package io.storehouse.shop.access;

import io.storehouse.shop.problems.ErrorCode;

enum AccessError implements ErrorCode {
    WRONG_CREDENTIALS(Kind.UNAUTHENTICATED, "User name or password is wrong"),
    TOO_MANY_LOGINS(Kind.LIMIT, "Too many failed logins"),
    APPROVAL_REFUSED(Kind.FORBIDDEN, "The approval is refused"),
    TOO_MANY_APPROVALS(Kind.LIMIT, "Too many wrong PINs"),
    STAFF_NOT_FOUND(Kind.MISSING, "There is no such person"),
    INVALID_STAFF(Kind.INVALID, "The person's definition breaks a rule"),
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
