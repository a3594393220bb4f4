package io.storehouse.shop.giftcards;

import io.storehouse.shop.problems.ErrorCode;

enum GiftCardError implements ErrorCode {
    INVALID_GIFT_CARD(Kind.INVALID, "The gift card breaks a rule"),
    UNKNOWN_GIFT_CARD(Kind.INVALID, "There is no gift card with this code"),
    GIFT_CARD_NOT_FOUND(Kind.MISSING, "There is no such gift card"),
    GIFT_CARD_CURRENCY_DIFFERS(Kind.CONFLICT, "The gift card is in another currency"),
    GIFT_CARD_EXHAUSTED(Kind.CONFLICT, "The gift card does not cover it"),
    GIFT_CARD_SPENT(Kind.CONFLICT, "The gift card was used since it was sold"),
    GIFT_CARD_REFUND_EXCEEDS_PAYMENT(Kind.CONFLICT, "More would be refunded to the gift card than it paid");

    private final Kind kind;
    private final String title;

    GiftCardError(Kind kind, String title) {
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
