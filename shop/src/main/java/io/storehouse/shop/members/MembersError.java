package io.storehouse.shop.members;

import io.storehouse.shop.problems.ErrorCode;

enum MembersError implements ErrorCode {
    CUSTOMER_NOT_FOUND(Kind.MISSING, "There is no such customer");

    private final Kind kind;
    private final String title;

    MembersError(Kind kind, String title) {
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
