package io.storehouse.shop.customers;

import io.storehouse.shop.problems.ErrorCode;

enum CustomerError implements ErrorCode {
    CUSTOMER_NOT_FOUND(Kind.MISSING, "There is no such customer"),
    INVALID_CUSTOMER(Kind.INVALID, "The customer breaks a rule"),
    PHONE_TAKEN(Kind.CONFLICT, "Another customer has this phone number"),
    EMAIL_TAKEN(Kind.CONFLICT, "Another customer has this e-mail address"),
    CUSTOMER_ERASED(Kind.CONFLICT, "The customer asked to be forgotten"),
    MERGE_CYCLE(Kind.CONFLICT, "The customer would be merged into itself"),
    ALREADY_MERGED(Kind.CONFLICT, "The customer is somebody else already");

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
