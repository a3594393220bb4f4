package io.storehouse.shop.notifying;

import io.storehouse.shop.problems.ErrorCode;

enum NotificationError implements ErrorCode {
    NOTIFICATION_NOT_FOUND(Kind.MISSING, "There is no such notification"),
    NOTIFICATION_NOT_DEAD(Kind.CONFLICT, "Only a notification that is dead can be sent again"),
    CHANNEL_OFF(Kind.CONFLICT, "No provider carries messages of this channel");

    private final Kind kind;
    private final String title;

    NotificationError(Kind kind, String title) {
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
