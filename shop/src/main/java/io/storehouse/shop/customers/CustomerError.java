package io.storehouse.shop.customers;

import io.storehouse.shop.problems.ErrorCode;

enum CustomerError implements ErrorCode {
    CUSTOMER_NOT_FOUND(Kind.MISSING, "There is no such customer"),
    INVALID_CUSTOMER(Kind.INVALID, "The customer's code breaks a rule");

    private final Kind kind;
    private final String title;

    CustomerError(Kind kind, String title) {
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
