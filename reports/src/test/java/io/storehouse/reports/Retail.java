package io.storehouse.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.contracts.LineFingerprint;
import io.storehouse.contracts.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small chain's history: the documents of a shop, from which tests make every station's data, each in its own way. */
final class Retail {
    static final int PARTITIONS = 4;

    final List<Document> documents = new ArrayList<>();
    final List<Rejected> rejected = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    private final long[] next = new long[PARTITIONS];
    private final long[] nextStock = new long[PARTITIONS];
    private final long[] nextImports = new long[PARTITIONS];
    private final long[] nextReference = new long[PARTITIONS];
    private long sequence;

    /**
     * A line of a document; numbers as written at the till.
     *
     * @param giftCard the gift card that was sold or taken back, or null
     */
    record Line(
            int number,
            String sku,
            String name,
            boolean goods,
            String quantity,
            String price,
            String discount,
            @Nullable String giftCard) {
        static Line of(String sku, String quantity, String price) {
            return new Line(0, sku, "Name of " + sku, true, quantity, price, "0", null);
        }

        Line less(String discounted) {
            return new Line(number, sku, name, goods, quantity, price, discounted, giftCard);
        }

        Line service() {
            return new Line(number, sku, name, false, quantity, price, discount, giftCard);
        }

        static Line card(String price) {
            return new Line(0, "CARD", "Gift card", false, "1", price, "0", "0190c5a0-7b1e-7c3d-8e4f-000000000009");
        }

        Line numbered(int position) {
            return new Line(position, sku, name, goods, quantity, price, discount, giftCard);
        }

        BigDecimal units() {
            return new BigDecimal(quantity).setScale(3, RoundingMode.UNNECESSARY);
        }

        BigDecimal unitPrice() {
            return money(new BigDecimal(price));
        }

        BigDecimal gross() {
            return money(new BigDecimal(quantity).multiply(new BigDecimal(price)));
        }

        BigDecimal discounted() {
            return money(new BigDecimal(discount));
        }

        BigDecimal amount() {
            return gross().subtract(discounted());
        }
    }

    /**
     * A sale, a return, or an adjustment of stock.
     *
     * @param kind {@code sale}, {@code return} or {@code adjustment}
     */
    record Document(
            String kind,
            String id,
            String store,
            String date,
            @Nullable String customer,
            List<Line> lines,
            int partition,
            long offset,
            long sequence) {

        boolean sale() {
            return kind.equals("sale");
        }

        boolean money() {
            return !kind.equals("adjustment");
        }

        /** What of it counts in figures: all but its gift cards. */
        Stream<Document> counted() {
            List<Line> others =
                    lines.stream().filter(line -> line.giftCard() == null).toList();
            if (others.size() == lines.size()) {
                return Stream.of(this);
            }
            return others.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Document(kind, id, store, date, customer, others, partition, offset, sequence));
        }

        String number() {
            return kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sequence;
        }

        String topic() {
            return money() ? "storehouse.orders" : "storehouse.stock";
        }

        String position() {
            return new Position(1, sequence, sequence).text();
        }

        long fingerprint(Line line) {
            return LineFingerprint.of(
                    kind, id, line.number(), line.sku(), line.units(), line.unitPrice(), line.amount());
        }

        BigDecimal sum(java.util.function.Function<Line, BigDecimal> part) {
            return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal fingerprint() {
            return sum(line -> BigDecimal.valueOf(fingerprint(line)));
        }
    }

    /** A rejected row of a file. */
    record Rejected(
            int lineNo,
            String code,
            String store,
            String date,
            String amount,
            int partition,
            long offset,
            long sequence) {
        String position() {
            return new Position(1, sequence, sequence).text();
        }
    }

    /**
     * A store or a product as it was set up.
     *
     * @param key the store's code or the SKU
     */
    record Reference(boolean ofStore, String key, String name, int partition, long offset, long sequence) {
        String position() {
            return new Position(1, sequence, sequence).text();
        }
    }

    Retail open(String store, String name) {
        references.add(new Reference(true, store, name, 1, nextReference[1]++, ++sequence));
        return this;
    }

    Retail list(String sku, String name) {
        references.add(new Reference(false, sku, name, 1, nextReference[1]++, ++sequence));
        return this;
    }

    Retail sale(String store, String date, @Nullable String customer, Line... lines) {
        return add("sale", store, date, customer, lines);
    }

    Retail takeBack(String store, String date, @Nullable String customer, Line... lines) {
        return add("return", store, date, customer, lines);
    }

    Retail adjust(String store, String date, Line... lines) {
        return add("adjustment", store, date, null, lines);
    }

    Retail reject(int lineNo, String code, String store, String date, String amount) {
        int partition = (int) (sequence % PARTITIONS);
        rejected.add(new Rejected(lineNo, code, store, date, amount, partition, nextImports[partition]++, ++sequence));
        return this;
    }

    private Retail add(String kind, String store, String date, @Nullable String customer, Line... lines) {
        int partition = (int) (sequence % PARTITIONS);
        long[] offsets = kind.equals("adjustment") ? nextStock : next;
        String id = UUID.nameUUIDFromBytes(("document " + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
        List<Line> numbered = new ArrayList<>();
        for (Line line : lines) {
            numbered.add(line.numbered(numbered.size() + 1));
        }
        documents.add(new Document(
                kind, id, store, date, customer, List.copyOf(numbered), partition, offsets[partition]++, ++sequence));
        return this;
    }

    /** The last position given out. */
    long sequence() {
        return sequence;
    }

    /** The next offset of a partition of a topic, taken. */
    long take(String topic, int partition) {
        long[] offsets = switch (topic) {
            case "storehouse.orders" -> next;
            case "storehouse.stock" -> nextStock;
            case "storehouse.imports" -> nextImports;
            case "storehouse.reference" -> nextReference;
            default -> throw new IllegalArgumentException(topic);
        };
        return offsets[partition]++;
    }

    /** What the figures are of. */
    List<Document> counted() {
        return documents.stream().flatMap(Document::counted).toList();
    }

    /** What the figures of trade are of. */
    List<Document> sold() {
        return counted().stream().filter(Document::money).toList();
    }

    /** The event of a document, as the shop writes it. */
    static ObjectNode event(Document document) {
        ObjectNode event = envelope(
                switch (document.kind()) {
                    case "sale" -> "order_placed";
                    case "return" -> "return_accepted";
                    default -> "stock_adjusted";
                },
                document.id());
        event.put("store", document.store());
        event.put("business_date", document.date());
        event.put("business_time", "08:26");
        ObjectNode payload = event.putObject("payload");
        switch (document.kind()) {
            case "sale" -> payload.put("order_id", document.id()).put("order_no", document.number());
            case "return" -> payload.put("return_id", document.id()).put("return_no", document.number());
            default -> payload.put("adjustment_id", document.id()).put("reference", document.number());
        }
        if (document.money()) {
            String total = document.sum(Line::amount).toPlainString();
            payload.put("channel", "till").put("till", "1");
            payload.put("rounding", "0.0000").put("payable", total);
            payload.putArray(document.sale() ? "payments" : "refunds")
                    .addObject()
                    .put("amount", total);
            payload.put("customer", document.customer());
            payload.put("gross", document.sum(Line::gross).toPlainString());
            payload.put("discount", document.sum(Line::discounted).toPlainString());
            payload.put("lines_total", document.sum(Line::amount).toPlainString());
            payload.put("units", document.sum(Line::units).toPlainString());
            payload.put("fingerprint", document.fingerprint().toPlainString());
        }
        ArrayNode lines = payload.putArray("lines");
        for (Line line : document.lines()) {
            lines.addObject()
                    .put("line_no", line.number())
                    .put("sku", line.sku())
                    .put("name", line.name())
                    .put("quantity", line.units().toPlainString())
                    .put("unit_price", line.unitPrice().toPlainString())
                    .put("discount", line.discounted().toPlainString())
                    .put("amount", line.amount().toPlainString())
                    .put("reason", "counted")
                    .put("goods", line.goods())
                    .put("gift_card", line.giftCard());
        }
        return event;
    }

    /** The event of a rejected row. */
    static ObjectNode event(Rejected row) {
        ObjectNode event = envelope("rows_rejected", "rejected-" + row.lineNo());
        event.putNull("store");
        event.putNull("business_date");
        event.putObject("payload")
                .put("import_id", "import-1")
                .put("file", "file.csv")
                .putArray("rows")
                .addObject()
                .put("line_no", row.lineNo())
                .put("code", row.code())
                .put("reason", "because")
                .put("text", "text " + row.lineNo())
                .put("store", row.store())
                .put("business_date", row.date())
                .put("amount", money(new BigDecimal(row.amount())).toPlainString());
        return event;
    }

    /** The event of a store or a product. */
    static ObjectNode event(Reference one) {
        ObjectNode event = envelope(one.ofStore() ? "store_changed" : "product_changed", "reference-" + one.sequence());
        ObjectNode payload = event.putObject("payload");
        payload.put(one.ofStore() ? "code" : "sku", one.key()).put("name", one.name());
        if (one.ofStore()) {
            payload.put("time_zone", "Europe/London").put("currency", "GBP").put("day_start", "00:00");
        } else {
            payload.putNull("barcode").put("price", "2.5500").put("goods", true);
        }
        return event;
    }

    /** An event without payload. */
    static ObjectNode envelope(String type, String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "event-" + id)
                .put("type", type)
                .put("schema_version", 1)
                .put("occurred_at", "2026-11-22T10:15:30.123456Z")
                .put("recorded_at", "2026-11-22T10:15:30.123456Z");
    }

    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.UNNECESSARY);
    }
}
