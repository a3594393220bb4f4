package io.storehouse.stream.live;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a SKU sold on a business date over all stores, returns taken off.
 *
 * @param name by the newest document, of two at once the alphabetically first
 * @param namedAt when that document was recorded
 */
public record SkuFigure(String sku, String name, Instant namedAt, BigDecimal units, BigDecimal net) {

    /** The figure of a SKU that sold nothing yet. */
    static SkuFigure empty(String sku) {
        return new SkuFigure(sku, "", Instant.MIN, Decimals.NO_UNITS, Decimals.NO_MONEY);
    }

    /** This figure with one more line folded. */
    SkuFigure with(SaleDocument document, SaleDocument.Line line) {
        boolean renames = renames(document.recordedAt(), line.name());
        return new SkuFigure(
                sku,
                renames ? line.name() : name,
                renames ? document.recordedAt() : namedAt,
                document.isReturn() ? units.subtract(line.quantity()) : units.add(line.quantity()),
                document.isReturn() ? net.subtract(line.amount()) : net.add(line.amount()));
    }

    private boolean renames(Instant recordedAt, String otherName) {
        int later = recordedAt.compareTo(namedAt);
        return later > 0 || (later == 0 && otherName.compareTo(name) < 0);
    }
}
