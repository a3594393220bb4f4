package io.storehouse.shop.pricing;

import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.ShopException;

/** What can be wrong with prices, promotions and coupons. */
public enum PricingError implements ErrorCode {
    INVALID_CART(Kind.INVALID, "The cart breaks a rule"),
    NO_PRICE(Kind.INVALID, "A product has no price"),
    PRICE_CHANGED(Kind.CONFLICT, "The price is not what the till showed"),
    COUPON_REFUSED(Kind.CONFLICT, "A coupon cannot be used"),
    INVALID_PROMOTION(Kind.INVALID, "The promotion or campaign breaks a rule"),
    PROMOTION_CONFLICT(Kind.CONFLICT, "The promotion contradicts another"),
    PROMOTION_FIXED(Kind.CONFLICT, "This cannot be changed any more"),
    PROMOTION_NOT_FOUND(Kind.MISSING, "There is no such promotion or campaign"),
    COUPON_TAKEN(Kind.CONFLICT, "The coupon code belongs to another campaign");

    private final Kind kind;
    private final String title;

    PricingError(Kind kind, String title) {
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

    static ShopException invalidCart(String message) {
        return new ShopException(INVALID_CART, message);
    }

    static ShopException invalid(String message) {
        return new ShopException(INVALID_PROMOTION, message);
    }
}
