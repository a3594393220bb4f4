package io.storehouse.shop.receipts;

/**
 * A receipt as it is handed on, in one language.
 *
 * @param store the store's name
 * @param total what was paid or paid back, with its currency, for example {@code GBP 7.00}
 * @param date local time of the store, {@code yyyy-MM-dd HH:mm}
 * @param voided whether the sale was voided, or the return voids one
 * @param text in lines
 * @param html a page complete in itself
 */
public record ReceiptPage(
        String number, String store, String total, String date, boolean voided, String text, String html) {}
