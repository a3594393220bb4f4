package io.storehouse.formats;

/** What a sales row tells, whatever its file calls it. */
public enum Column {
    INVOICE,
    SKU,
    NAME,
    QUANTITY,
    OCCURRED_AT,
    UNIT_PRICE,
    CUSTOMER,
    STORE
}
