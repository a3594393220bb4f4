package io.storehouse.shop.media;

import io.storehouse.shop.problems.ErrorCode;

enum MediaError implements ErrorCode {
    INVALID_IMAGE(Kind.INVALID, "This is no picture that the shop keeps"),
    IMAGE_TOO_LARGE(Kind.TOO_LARGE, "The picture is too large"),
    UNKNOWN_IMAGE(Kind.INVALID, "The picture is not known"),
    IMAGE_NOT_FOUND(Kind.MISSING, "There is no such picture"),
    PICTURES_UNAVAILABLE(Kind.EXTERNAL, "Pictures cannot be reached");

    private final Kind kind;
    private final String title;

    MediaError(Kind kind, String title) {
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
