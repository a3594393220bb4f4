package io.storehouse.shop.live;

import io.storehouse.shop.problems.ErrorCode;

enum LiveError implements ErrorCode {
    TOO_MANY_WATCHERS(Kind.LIMIT, "Too many browsers watch");

    private final Kind kind;
    private final String title;

    LiveError(Kind kind, String title) {
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
