package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * What a flash sale shall be.
 *
 * @param id made by the client
 * @param price of a unit; above 0
 * @param quota units, at least one; each buyer may win one
 * @param from to the millisecond
 * @param until the first instant after, to the millisecond
 * @param payWithin how long a winner has to pay, to the second
 */
record DefineFlashSale(
        UUID id,
        String name,
        String store,
        String sku,
        BigDecimal price,
        int quota,
        Instant from,
        Instant until,
        Duration payWithin) {
    private static final int MOST_UNITS = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(7);

    DefineFlashSale {
        sku = sku.toUpperCase(Locale.ROOT);
        price = Decimals.money(price, "price");
        from = Texts.within(from, "time").truncatedTo(ChronoUnit.MILLIS);
        until = Texts.within(until, "time").truncatedTo(ChronoUnit.MILLIS);
        Texts.atMost(Texts.NAME, name, "name");
        check(price.signum() > 0, "price: expected above 0");
        check(quota >= 1 && quota <= MOST_UNITS, "quota: expected 1 to " + MOST_UNITS);
        check(from.isBefore(until), "time: it ends before it begins");
        check(
                payWithin.compareTo(Duration.ofSeconds(1)) >= 0 && payWithin.compareTo(LONGEST) <= 0,
                "time to pay: expected 1 second to " + LONGEST);
    }

    /** Whether the sale is that already. */
    boolean same(FlashSale sale) {
        return sale.name().equals(name)
                && sale.store().equals(store)
                && sale.sku().equals(sku)
                && sale.price().compareTo(price) == 0
                && sale.quota() == quota
                && sale.from().equals(from)
                && sale.until().equals(until)
                && sale.payWithin().equals(payWithin);
    }

    private static void check(boolean kept, String what) {
        if (!kept) {
            throw new ShopException(FlashSaleError.INVALID_FLASH_SALE, "Invalid " + what);
        }
    }
}
