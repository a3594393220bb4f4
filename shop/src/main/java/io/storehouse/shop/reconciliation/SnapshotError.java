package io.storehouse.shop.reconciliation;

import io.storehouse.shop.problems.ErrorCode;

enum SnapshotError implements ErrorCode {
    NO_BINARY_LOG(Kind.EXTERNAL, "The database writes no binary log");

    private final Kind kind;
    private final String title;

    SnapshotError(Kind kind, String title) {
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
