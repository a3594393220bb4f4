package io.storehouse.shop.stock;

import io.storehouse.shop.problems.ErrorCode;

enum StockError implements ErrorCode {
    INSUFFICIENT_STOCK(Kind.CONFLICT, "There is not enough stock"),
    INVALID_STOCK_DOCUMENT(Kind.INVALID, "The stock document breaks a rule"),
    STOCK_DOCUMENT_NOT_FOUND(Kind.MISSING, "There is no such receipt or adjustment"),
    RESERVATION_NOT_FOUND(Kind.MISSING, "There is no such reservation"),
    UNKNOWN_RESERVATION(Kind.INVALID, "The reservation is not known"),
    RESERVATION_CLOSED(Kind.CONFLICT, "The reservation is closed"),
    RESERVATION_HELD(Kind.CONFLICT, "The reservation is another's to end"),
    TRANSFER_NOT_FOUND(Kind.MISSING, "There is no such transfer"),
    UNKNOWN_TRANSFER(Kind.INVALID, "The transfer is not known"),
    TRANSFER_CLOSED(Kind.CONFLICT, "The transfer is not on its way"),
    TRANSFER_EXCEEDED(Kind.CONFLICT, "More would arrive than was dispatched"),
    COUNT_NOT_FOUND(Kind.MISSING, "There is no such count"),
    COUNT_CLOSED(Kind.CONFLICT, "The count is not open"),
    ALREADY_COUNTED(Kind.CONFLICT, "It was counted there"),
    COUNT_AMBIGUOUS(Kind.CONFLICT, "Stock moved between the counts of its places"),
    PERIOD_CLOSED(Kind.CONFLICT, "The period is closed");

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
