package io.storehouse.stream.live;

import io.storehouse.stream.live.SaleDocument.Kind;
import io.storehouse.stream.live.SaleDocument.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Documents for tests, of one line each. */
final class Sales {
    static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private Sales() {}

    static SaleDocument sale(int partition, long offset, String date, String sku, String amount) {
        return document(Kind.SALE, partition, offset, date, sku, amount);
    }

    static SaleDocument returned(int partition, long offset, String date, String sku, String amount) {
        return document(Kind.RETURN, partition, offset, date, sku, amount);
    }

    private static SaleDocument document(
            Kind kind, int partition, long offset, String date, String sku, String amount) {
        return new SaleDocument(
                partition,
                offset,
                kind,
                "id-" + partition + "-" + offset,
                "no-" + partition + "-" + offset,
                "Berlin",
                date,
                "10:30",
                TEN.plusSeconds(offset),
                List.of(new Line(
                        sku,
                        "name of " + sku,
                        new BigDecimal("2.000"),
                        new BigDecimal("0.5000"),
                        new BigDecimal(amount).setScale(4))));
    }
}
