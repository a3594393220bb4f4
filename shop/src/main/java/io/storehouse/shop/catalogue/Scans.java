package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads scanned codes. A scale's code is an EAN-13 of the store's own range: a prefix from 20 to 29, five digits of the
 * product, five of the weight or the price, the check digit. The product has the prefix and its five digits as a bar code.
 */
@Component
class Scans {
    private static final Pattern SCALE = Pattern.compile("2\\d{12}");
    private static final int PRODUCT = 7;
    private static final int VALUE = 12;

    private final ScaleCodes scales;
    private final BarcodeTable barcodes;
    private final ProductTable products;

    Scans(ScaleCodes scales, BarcodeTable barcodes, ProductTable products) {
        this.scales = scales;
        this.barcodes = barcodes;
        this.products = products;
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
        Optional<ScaleCodes.Layout> layout = scales.all().stream()
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
}
