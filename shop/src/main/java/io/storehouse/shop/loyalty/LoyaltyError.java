package io.storehouse.shop.loyalty;

import io.storehouse.shop.problems.ErrorCode;

enum LoyaltyError implements ErrorCode {
    INVALID_PROGRAMME(Kind.INVALID, "The programme breaks a rule"),
    INVALID_POINTS(Kind.INVALID, "The points break a rule"),
    NO_PROGRAMME(Kind.CONFLICT, "There is no loyalty programme"),
    UNKNOWN_MEMBER(Kind.INVALID, "There is no such member"),
    INSUFFICIENT_POINTS(Kind.CONFLICT, "There are not enough points"),
    MEMBER_NOT_FOUND(Kind.MISSING, "There is no such customer"),
    UNKNOWN_REDEMPTION(Kind.MISSING, "There is no such redemption");

    private final Kind kind;
    private final String title;

    LoyaltyError(Kind kind, String title) {
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
