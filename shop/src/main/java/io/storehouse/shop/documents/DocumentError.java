package io.storehouse.shop.documents;

import io.storehouse.shop.problems.ErrorCode;

/** What can be wrong with any document. */
public enum DocumentError implements ErrorCode {
    IDEMPOTENCY_CONFLICT(Kind.CONFLICT, "This id was used for another request"),
    IDENTIFIER_TAKEN(Kind.CONFLICT, "An identifier is taken"),
    BUSY(Kind.EXTERNAL, "Too many concurrent changes"),
    INVALID_NUMBER(Kind.INVALID, "A number is out of its range"),
    INVALID_DOCUMENT(Kind.INVALID, "The document breaks a rule");

    private final Kind kind;
    private final String title;

    DocumentError(Kind kind, String title) {
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
