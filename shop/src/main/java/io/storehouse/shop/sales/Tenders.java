package io.storehouse.shop.sales;

import java.util.List;

/** How money changes hands: the one place that names the tenders. */
final class Tenders {
    static final String CASH = "cash";
    static final String CARD = "card";
    static final String EXTERNAL = "external";
    static final String GIFT_CARD = "gift_card";

    /** All of them. */
    static final List<String> ALL = List.of(CASH, CARD, EXTERNAL, GIFT_CARD);

    private Tenders() {}
}
