package io.storehouse.shop.importing;

import io.storehouse.shop.problems.ErrorCode;

enum ImportError implements ErrorCode {
    UNKNOWN_FORMAT(Kind.INVALID, "The format is not known"),
    INVALID_IMPORT(Kind.INVALID, "The import breaks a rule"),
    FILE_TOO_LARGE(Kind.INVALID, "The file is too large"),
    IMPORT_NOT_FOUND(Kind.MISSING, "There is no such import");

    private final Kind kind;
    private final String title;

    ImportError(Kind kind, String title) {
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
