package io.storehouse.shop.receipts;

import io.storehouse.shop.problems.ErrorCode;

enum ReceiptError implements ErrorCode {
    RECEIPT_NOT_FOUND(Kind.MISSING, "There is no such sale or return"),
    INVALID_RECEIPT_FORMAT(Kind.USER, "The receipt's format or language is not known");

    private final Kind kind;
    private final String title;

    ReceiptError(Kind kind, String title) {
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
