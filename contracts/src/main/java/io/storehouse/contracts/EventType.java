package io.storehouse.contracts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event says happened. Its {@link #code} is the envelope's {@code type}, its {@link #topic} where it travels. */
public enum EventType {
    ORDER_PLACED(Topic.ORDERS),
    RETURN_ACCEPTED(Topic.ORDERS),
    SHIFT_OPENED(Topic.ORDERS),
    SHIFT_CLOSED(Topic.ORDERS),
    CASH_MOVED(Topic.ORDERS),
    STOCK_RECEIVED(Topic.STOCK),
    STOCK_ADJUSTED(Topic.STOCK),
    RESERVATION_CHANGED(Topic.STOCK),
    TRANSFER_CHANGED(Topic.STOCK),
    STOCK_COUNTED(Topic.STOCK),
    STORE_CHANGED(Topic.REFERENCE),
    PRODUCT_CHANGED(Topic.REFERENCE),
    CUSTOMER_CHANGED(Topic.REFERENCE),
    CUSTOMER_MERGED(Topic.REFERENCE),
    CUSTOMER_ERASED(Topic.REFERENCE),
    POINTS_MOVED(Topic.REFERENCE),
    PROMOTION_CHANGED(Topic.REFERENCE),
    GIFT_CARD_ISSUED(Topic.REFERENCE),
    CATEGORY_CHANGED(Topic.REFERENCE),
    SPU_CHANGED(Topic.REFERENCE),
    TAX_CLASS_CHANGED(Topic.REFERENCE),
    PRICES_CHANGED(Topic.REFERENCE),
    SUPPLIER_CHANGED(Topic.REFERENCE),
    PURCHASE_ORDER_CHANGED(Topic.STOCK),
    GOODS_RETURNED_TO_SUPPLIER(Topic.STOCK),
    FLASH_SALE_CHANGED(Topic.STOCK),
    STOCK_LEVEL_CHANGED(Topic.STOCK),
    STOCK_PERIOD_CLOSED(Topic.STOCK),
    PROGRAMME_CHANGED(Topic.REFERENCE),
    REGISTER_CHANGED(Topic.REFERENCE),
    UNIT_CHANGED(Topic.REFERENCE),
    SCALE_CODE_CHANGED(Topic.REFERENCE),
    PRODUCT_IMAGES_CHANGED(Topic.REFERENCE),
    ROWS_REJECTED(Topic.IMPORTS),
    /** Written to every partition of every archived topic by the reconciliation: what lies before it is committed before it. */
    MARK(null),
    PULSE(Topic.PULSE);

    private final @Nullable Topic topic;

    EventType(@Nullable Topic topic) {
        this.topic = topic;
    }

    /** The lower-case name, for example {@code order_placed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one topic of this type; empty for {@link #MARK}, which goes to all of them. */
    public Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    /** The type with that code, or empty for one that this version does not know (a difference, never ignored silently). */
    public static Optional<EventType> ofCode(String code) {
        return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
