package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ErrorCode;

enum TransferError implements ErrorCode {
    UNREADABLE_FILE(Kind.INVALID, "The file cannot be read"),
    FILE_TOO_LARGE(Kind.TOO_LARGE, "The file is too large"),
    INVALID_ROW(Kind.INVALID, "The row breaks a rule"),
    TRANSFER_SUPERSEDED(Kind.CONFLICT, "The same transfer was started again"),
    TRANSFER_CANCELLED(Kind.CONFLICT, "The transfer was cancelled"),
    TRANSFER_FINISHED(Kind.CONFLICT, "The transfer is done"),
    TRANSFER_CONFLICT(Kind.CONFLICT, "This id was used for another file"),
    TRANSFER_NOT_FOUND(Kind.MISSING, "There is no such transfer");

    private final Kind kind;
    private final String title;

    TransferError(Kind kind, String title) {
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
