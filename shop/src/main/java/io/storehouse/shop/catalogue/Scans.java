package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads scanned codes. A scale's code is an EAN-13 of the store's own range: a prefix from 20 to 29, five digits of the
 * product, five of the weight or the price, the check digit. The product has the prefix and its five digits as a bar code.
 */
@Component
class Scans {
    private static final Pattern SCALE = Pattern.compile("2\\d{12}");
    private static final int PREFIX = 2;
    private static final int PRODUCT = 7;
    private static final int VALUE = 12;

    private final JdbcClient jdbc;
    private final BarcodeTable barcodes;
    private final ProductTable products;

    Scans(JdbcClient jdbc, BarcodeTable barcodes, ProductTable products) {
        this.jdbc = jdbc;
        this.barcodes = barcodes;
        this.products = products;
    }

    /** What the five digits of a scale's code tell. */
    enum Measure {
        WEIGHT,
        PRICE
    }

    /** How the codes of a prefix are read: how many of the five digits are decimals. */
    record Layout(String prefix, Measure measure, int decimals) {}

    Layout define(Layout layout) {
        jdbc.sql("""
                insert into scale_code (prefix, measure, decimals) values (:prefix, :measure, :decimals)
                on duplicate key update measure = values(measure), decimals = values(decimals)
                """)
                .param("prefix", layout.prefix())
                .param("measure", layout.measure().name().toLowerCase(Locale.ROOT))
                .param("decimals", layout.decimals())
                .update();
        return layout;
    }

    List<Layout> layouts() {
        return jdbc.sql("select prefix, measure, decimals from scale_code order by prefix")
                .query((row, number) -> new Layout(
                        row.getString("prefix"),
                        Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT)),
                        row.getInt("decimals")))
                .list();
    }

    /**
     * Reads a code: one that a product has as it stands, before a scale's.
     *
     * @throws ShopException {@code barcode-not-found}, or {@code invalid-barcode} for a scale's code that was misread
     */
    Scan read(String code) {
        Optional<BarcodeTable.Owner> exact = barcodes.owner(code);
        if (exact.isPresent()) {
            BarcodeTable.Owner owner = exact.get();
            BigDecimal quantity = owner.factor() == null ? new BigDecimal("1.000") : owner.factor();
            return new Scan(products.one(owner.sku()), quantity, null);
        }
        return scale(code)
                .orElseThrow(() -> new ShopException(
                        CatalogueError.BARCODE_NOT_FOUND,
                        "No product has the bar code " + code,
                        Map.of("barcode", code)));
    }

    private Optional<Scan> scale(String code) {
        if (!SCALE.matcher(code).matches()) {
            return Optional.empty();
        }
        Optional<Layout> layout = layouts().stream()
                .filter(known -> code.startsWith(known.prefix()))
                .findFirst();
        Optional<BarcodeTable.Owner> owner = layout.flatMap(known -> barcodes.owner(code.substring(0, PRODUCT)));
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (!Barcode.isChecked(code)) {
            throw new ShopException(
                    CatalogueError.INVALID_BARCODE,
                    "Invalid bar code: " + code + " has a wrong check digit; scan again");
        }
        BigDecimal value = new BigDecimal(code.substring(PRODUCT, VALUE))
                .movePointLeft(layout.get().decimals());
        Product product = products.one(owner.get().sku());
        return Optional.of(
                switch (layout.get().measure()) {
                    case WEIGHT -> new Scan(product, value.setScale(3), null);
                    case PRICE -> new Scan(product, null, value.setScale(4));
                });
    }

    static boolean isPrefix(String prefix) {
        return prefix.length() == PREFIX && prefix.charAt(0) == '2' && Character.isDigit(prefix.charAt(1));
    }
}
