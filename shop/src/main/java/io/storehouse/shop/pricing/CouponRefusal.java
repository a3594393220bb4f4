package io.storehouse.shop.pricing;

import java.util.Locale;

/** Why a coupon takes nothing. */
public enum CouponRefusal {
    UNKNOWN("there is no such coupon"),
    DISABLED("its campaign is switched off"),
    NOT_STARTED("its campaign has not begun"),
    ENDED("its campaign is over"),
    OTHER_STORE("it is not for this store"),
    OTHER_CURRENCY("it is in another currency"),
    OTHER_CUSTOMER("it is not for this customer"),
    CUSTOMER_REQUIRED("it needs a known customer"),
    CUSTOMER_LIMIT("this customer has used it as often as allowed"),
    USED_UP("it has been used"),
    NO_MATCHING_LINE("nothing in the cart is covered by it"),
    NOT_COMBINABLE("it does not go together with the other reductions"),
    BELOW_THRESHOLD("too little is spent on what it covers"),
    NOTHING_LEFT("nothing is left to take off");

    private final String text;

    CouponRefusal(String text) {
        this.text = text;
    }

    /** The name in HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, to follow the coupon's code. */
    public String text() {
        return text;
    }
}
