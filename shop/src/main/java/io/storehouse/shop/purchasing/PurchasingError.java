package io.storehouse.shop.purchasing;

import io.storehouse.shop.problems.ErrorCode;

enum PurchasingError implements ErrorCode {
    UNKNOWN_SUPPLIER(Kind.INVALID, "The supplier is not known"),
    SUPPLIER_NOT_FOUND(Kind.MISSING, "There is no such supplier"),
    INVALID_SUPPLIER(Kind.INVALID, "The supplier's definition breaks a rule"),
    PURCHASE_ORDER_NOT_FOUND(Kind.MISSING, "There is no such purchase order"),
    PURCHASE_ORDER_CHANGED(Kind.CONFLICT, "The purchase order is not in that state or version"),
    OVER_RECEIPT(Kind.CONFLICT, "More would come in than was ordered"),
    OVER_RETURN(Kind.CONFLICT, "More would go back than came in"),
    INVALID_PURCHASE_ORDER(Kind.INVALID, "The purchase order breaks a rule");

    private final Kind kind;
    private final String title;

    PurchasingError(Kind kind, String title) {
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
