package io.storehouse.shop.stock;

import io.storehouse.shop.problems.ErrorCode;

enum StockError implements ErrorCode {
    INSUFFICIENT_STOCK(Kind.CONFLICT, "There is not enough stock"),
    INVALID_STOCK_DOCUMENT(Kind.INVALID, "The receipt or adjustment breaks a rule"),
    STOCK_DOCUMENT_NOT_FOUND(Kind.MISSING, "There is no such receipt or adjustment");

    private final Kind kind;
    private final String title;

    StockError(Kind kind, String title) {
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
