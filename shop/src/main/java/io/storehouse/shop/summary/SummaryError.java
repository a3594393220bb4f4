package io.storehouse.shop.summary;

import io.storehouse.shop.problems.ErrorCode;

enum SummaryError implements ErrorCode {
    INVALID_SUMMARY(Kind.INVALID, "The summary cannot be asked like this");

    private final Kind kind;
    private final String title;

    SummaryError(Kind kind, String title) {
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
