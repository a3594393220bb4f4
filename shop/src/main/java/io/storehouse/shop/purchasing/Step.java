package io.storehouse.shop.purchasing;

import java.util.List;
import java.util.Locale;

/** A step that people take with an order. */
public enum Step {
    /** A draft is finished. */
    SUBMIT(OrderState.SUBMITTED, OrderState.DRAFT),
    /** What was submitted is sent back to be revised. */
    REJECT(OrderState.DRAFT, OrderState.SUBMITTED),
    /** What was submitted is ordered. */
    APPROVE(OrderState.APPROVED, OrderState.SUBMITTED),
    /** It is called off before any goods came. */
    CANCEL(OrderState.CANCELLED, OrderState.DRAFT, OrderState.SUBMITTED, OrderState.APPROVED),
    /** The goods that did not come are not awaited any more. */
    CLOSE(OrderState.CLOSED, OrderState.PARTLY_RECEIVED);

    private final OrderState to;
    private final List<OrderState> from;

    Step(OrderState to, OrderState... from) {
        this.to = to;
        this.from = List.of(from);
    }

    OrderState to() {
        return to;
    }

    List<OrderState> from() {
        return from;
    }

    /** The name in tables and the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
