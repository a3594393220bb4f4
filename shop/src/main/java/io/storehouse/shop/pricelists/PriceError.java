package io.storehouse.shop.pricelists;

import io.storehouse.shop.problems.ErrorCode;

enum PriceError implements ErrorCode {
    PRICE_IN_THE_PAST(Kind.INVALID, "What was charged stays as it was"),
    PRICE_OVERLAP(Kind.CONFLICT, "The list says something else inside the period"),
    INVALID_PRICE_CHANGE(Kind.INVALID, "The change of prices breaks a rule");

    private final Kind kind;
    private final String title;

    PriceError(Kind kind, String title) {
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
