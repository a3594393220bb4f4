package io.storehouse.shop.registers;

import io.storehouse.shop.problems.ErrorCode;

enum RegisterError implements ErrorCode {
    INVALID_REGISTER(Kind.INVALID, "The register's definition breaks a rule"),
    UNKNOWN_REGISTER(Kind.INVALID, "The register is not known"),
    REGISTER_REQUIRED(Kind.INVALID, "Cash needs a register"),
    INVALID_COUNT(Kind.INVALID, "The count of a drawer breaks a rule"),
    INVALID_CASH_MOVE(Kind.INVALID, "The cash move breaks a rule"),
    INVALID_REPORT_FORMAT(Kind.USER, "The report's format or language is not known"),
    SHIFT_NOT_FOUND(Kind.MISSING, "There is no such shift"),
    SHIFT_ALREADY_OPEN(Kind.CONFLICT, "The register has an open shift"),
    NO_OPEN_SHIFT(Kind.CONFLICT, "The register has no open shift"),
    SHIFT_CLOSED(Kind.CONFLICT, "The shift is closed"),
    UNSYNCED_SALES(Kind.CONFLICT, "The till has sales that the shop does not know yet"),
    HELD_SALES(Kind.CONFLICT, "The till holds sales");

    private final Kind kind;
    private final String title;

    RegisterError(Kind kind, String title) {
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
