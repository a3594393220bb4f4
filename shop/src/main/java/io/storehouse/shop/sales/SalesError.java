package io.storehouse.shop.sales;

import io.storehouse.shop.problems.ErrorCode;

enum SalesError implements ErrorCode {
    PRICE_OVERRIDE_FORBIDDEN(Kind.FORBIDDEN, "This caller may not set prices"),
    INVALID_ORDER(Kind.INVALID, "The order breaks a rule"),
    INVALID_RETURN(Kind.INVALID, "The return breaks a rule"),
    UNKNOWN_ORDER(Kind.INVALID, "The order to take back is not known"),
    ORDER_NOT_FOUND(Kind.MISSING, "There is no such order"),
    RETURN_EXCEEDS_SALE(Kind.CONFLICT, "More would come back than was sold"),
    REFUND_EXCEEDS_PAYMENT(Kind.CONFLICT, "More would be refunded than was paid"),
    PRICE_EXCEEDS_SALE(Kind.CONFLICT, "A line would come back at more than it was sold for"),
    TAX_DIFFERS(Kind.CONFLICT, "The tax is another one"),
    CURRENCY_DIFFERS(Kind.CONFLICT, "The order was paid in another currency"),
    ALREADY_VOIDED(Kind.CONFLICT, "The order is void"),
    ALREADY_RETURNED(Kind.CONFLICT, "Something of the order came back"),
    SHIFT_OVER(Kind.CONFLICT, "The order's shift is not open"),
    ALREADY_RECORDED(Kind.CONFLICT, "A part was recorded by itself before"),
    RETURN_NOT_FOUND(Kind.MISSING, "There is no such return"),
    INVALID_EXCHANGE(Kind.INVALID, "The exchange breaks a rule"),
    APPROVAL_REQUIRED(Kind.FORBIDDEN, "This needs approval");

    private final Kind kind;
    private final String title;

    SalesError(Kind kind, String title) {
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
