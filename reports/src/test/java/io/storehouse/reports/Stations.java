package io.storehouse.reports;

import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.Columns;
import io.storehouse.reports.lake.TestLake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/** Rows of the lake and of the warehouse, computed from a {@link Retail} by plain Java and written by Iceberg. */
final class Stations {
    static final Schema ODS = Columns.of(
            "topic string, kafka_partition int, kafka_offset long, position string,"
                    + " event_id string, event_type string, event_key string, recorded_at instant, logged_at instant, value string");
    static final Map<String, Schema> WAREHOUSE = warehouse();
    static final OffsetDateTime RECORDED = OffsetDateTime.parse("2026-11-22T10:15:30.123456Z");
    private static final String PARTS_OF_STORE =
            "sale_lines long, return_lines long, adjustment_lines long, units quantity,"
                    + " returned_units quantity, gross money, discount money, returned money, net money";

    private Stations() {}

    private static Map<String, Schema> warehouse() {
        Map<String, Schema> tables = new LinkedHashMap<>();
        tables.put(
                "dwd_trade_order_line_di",
                Columns.of("business_date date, store string, line_kind string, document_id string, document_no string,"
                        + " line_no int, sku string, name string, customer string, goods boolean, quantity quantity,"
                        + " unit_price money, discount money, amount money, channel string, till string, order_id string,"
                        + " occurred_at instant, recorded_at instant, event_id string, topic string, kafka_partition int,"
                        + " kafka_offset long, position string, fingerprint fingerprint"));
        tables.put(
                "dwd_stock_adjustment_di",
                Columns.of(
                        "business_date date, store string, document_id string, reference string, line_no int, sku string,"
                                + " quantity quantity, reason string, goods boolean, occurred_at instant, recorded_at instant,"
                                + " event_id string, topic string, kafka_partition int, kafka_offset long, position string"));
        tables.put(
                "dwd_import_rejected_di",
                Columns.of("import_id string, file string, line_no int, code string, reason string, text string,"
                        + " store string, business_date date, amount money, recorded_at instant, event_id string,"
                        + " topic string, kafka_partition int, kafka_offset long, position string"));
        tables.put(
                "dws_trade_store_1d",
                Columns.of("business_date date, store string, orders long, returns long, " + PARTS_OF_STORE));
        tables.put(
                "dws_trade_sku_1d",
                Columns.of(
                        "business_date date, store string, sku string, orders long, sale_lines long, return_lines long,"
                                + " units quantity, returned_units quantity, gross money, discount money, returned money, net money"));
        tables.put(
                "dws_trade_customer_1d",
                Columns.of(
                        "business_date date, store string, customer string, orders long, returns long, sale_lines long,"
                                + " return_lines long, units quantity, returned_units quantity, gross money, discount money, returned money, net money"));
        tables.putAll(Rollups.TABLES);
        return tables;
    }

    /** Makes the archive, partitioned as the stream does it. */
    static void createArchive(TestLake lake) {
        lake.create(
                "ods_event",
                ODS,
                PartitionSpec.builderFor(ODS).day("recorded_at").build());
    }

    static List<Object> archived(String topic, int partition, long offset, @Nullable String position, String value) {
        String type = value.replaceFirst("(?s).*?\"type\":\"([a-z_]+)\".*", "$1");
        String id = value.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        return Arrays.asList(topic, partition, offset, position, id, type, "key", RECORDED, RECORDED, value);
    }

    /** The archive's rows of all documents and rejected rows. */
    static List<List<Object>> archive(Retail retail) {
        List<List<Object>> rows = new ArrayList<>();
        for (Document document : retail.documents) {
            rows.add(archived(
                    document.topic(),
                    document.partition(),
                    document.offset(),
                    document.position(),
                    Retail.event(document).toString()));
        }
        for (Retail.Rejected row : retail.rejected) {
            rows.add(archived(
                    "storehouse.imports",
                    row.partition(),
                    row.offset(),
                    row.position(),
                    Retail.event(row).toString()));
        }
        for (Retail.Reference one : retail.references) {
            rows.add(archived(
                    "storehouse.reference",
                    one.partition(),
                    one.offset(),
                    one.position(),
                    Retail.event(one).toString()));
        }
        return rows;
    }

    /** Makes all tables of the warehouse and fills them, saying that they come from that snapshot of the archive. */
    static void build(TestLake lake, Retail retail, Map<String, String> summary) {
        WAREHOUSE.forEach((name, schema) -> lake.create(name, schema, PartitionSpec.unpartitioned()));
        lake.replace("dwd_trade_order_line_di", lines(retail), summary);
        lake.replace("dwd_stock_adjustment_di", adjustments(retail), summary);
        lake.replace("dwd_import_rejected_di", rejected(retail), summary);
        lake.replace("dws_trade_store_1d", storeDays(retail), summary);
        lake.replace("dws_trade_sku_1d", skuDays(retail), summary);
        lake.replace("dws_trade_customer_1d", customerDays(retail), summary);
        Rollups.rows(retail).forEach((name, rows) -> lake.replace(name, rows, summary));
    }

    static List<List<Object>> lines(Retail retail) {
        List<List<Object>> rows = new ArrayList<>();
        for (Document document : retail.sold()) {
            for (Line line : document.lines()) {
                BigDecimal sign = document.sale() ? BigDecimal.ONE : BigDecimal.ONE.negate();
                rows.add(Arrays.asList(
                        LocalDate.parse(document.date()),
                        document.store(),
                        document.kind(),
                        document.id(),
                        document.number(),
                        line.number(),
                        line.sku(),
                        line.name(),
                        document.customer(),
                        line.goods(),
                        line.units().multiply(sign),
                        line.unitPrice(),
                        line.discounted(),
                        line.amount().multiply(sign),
                        "till",
                        "1",
                        document.sale() ? document.id() : null,
                        RECORDED,
                        RECORDED,
                        "event-" + document.id(),
                        document.topic(),
                        document.partition(),
                        document.offset(),
                        document.position(),
                        BigDecimal.valueOf(document.fingerprint(line))));
            }
        }
        return rows;
    }

    static List<List<Object>> adjustments(Retail retail) {
        List<List<Object>> rows = new ArrayList<>();
        for (Document document : retail.documents) {
            if (document.money()) {
                continue;
            }
            for (Line line : document.lines()) {
                rows.add(Arrays.asList(
                        LocalDate.parse(document.date()),
                        document.store(),
                        document.id(),
                        document.number(),
                        line.number(),
                        line.sku(),
                        line.units(),
                        "counted",
                        line.goods(),
                        RECORDED,
                        RECORDED,
                        "event-" + document.id(),
                        document.topic(),
                        document.partition(),
                        document.offset(),
                        document.position()));
            }
        }
        return rows;
    }

    static List<List<Object>> rejected(Retail retail) {
        return new ArrayList<>(retail.rejected.stream()
                .map(row -> Arrays.<Object>asList(
                        "import-1",
                        "file.csv",
                        row.lineNo(),
                        row.code(),
                        "because",
                        "text " + row.lineNo(),
                        row.store(),
                        LocalDate.parse(row.date()),
                        Retail.money(new BigDecimal(row.amount())),
                        RECORDED,
                        "event-rejected-" + row.lineNo(),
                        "storehouse.imports",
                        row.partition(),
                        row.offset(),
                        row.position()))
                .toList());
    }

    static List<List<Object>> storeDays(Retail retail) {
        Map<List<String>, List<Document>> days = retail.counted().stream()
                .collect(Collectors.groupingBy(
                        document -> List.of(document.date(), document.store()),
                        () -> new TreeMap<>(Stations::compare),
                        Collectors.toList()));
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((key, documents) -> rows.add(Arrays.asList(
                LocalDate.parse(key.get(0)),
                key.get(1),
                count(documents, Document::sale),
                count(documents, d -> d.kind().equals("return")),
                lineCount(documents, "sale"),
                lineCount(documents, "return"),
                lineCount(documents, "adjustment"),
                sum(documents, "sale", Line::units, 3),
                sum(documents, "return", Line::units, 3),
                sum(documents, "sale", Line::gross, 4),
                sum(documents, "sale", Line::discounted, 4),
                sum(documents, "return", Line::amount, 4),
                net(documents))));
        return rows;
    }

    static List<List<Object>> skuDays(Retail retail) {
        Map<List<String>, List<Document>> days = new TreeMap<>(Stations::compare);
        for (Document document : retail.sold()) {
            for (Line line : document.lines()) {
                days.computeIfAbsent(List.of(document.date(), document.store(), line.sku()), key -> new ArrayList<>())
                        .add(only(document, line));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((key, documents) -> rows.add(Arrays.asList(
                LocalDate.parse(key.get(0)),
                key.get(1),
                key.get(2),
                documents.stream()
                        .filter(Document::sale)
                        .map(Document::id)
                        .distinct()
                        .count(),
                lineCount(documents, "sale"),
                lineCount(documents, "return"),
                sum(documents, "sale", Line::units, 3),
                sum(documents, "return", Line::units, 3),
                sum(documents, "sale", Line::gross, 4),
                sum(documents, "sale", Line::discounted, 4),
                sum(documents, "return", Line::amount, 4),
                net(documents))));
        return rows;
    }

    static List<List<Object>> customerDays(Retail retail) {
        Map<List<String>, List<Document>> days = retail.sold().stream()
                .filter(document -> document.customer() != null)
                .collect(Collectors.groupingBy(
                        document ->
                                List.of(document.date(), document.store(), Objects.requireNonNull(document.customer())),
                        () -> new TreeMap<>(Stations::compare),
                        Collectors.toList()));
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((key, documents) -> rows.add(Arrays.asList(
                LocalDate.parse(key.get(0)),
                key.get(1),
                key.get(2),
                count(documents, Document::sale),
                count(documents, d -> !d.sale()),
                lineCount(documents, "sale"),
                lineCount(documents, "return"),
                sum(documents, "sale", Line::units, 3),
                sum(documents, "return", Line::units, 3),
                sum(documents, "sale", Line::gross, 4),
                sum(documents, "sale", Line::discounted, 4),
                sum(documents, "return", Line::amount, 4),
                net(documents))));
        return rows;
    }

    static Document only(Document d, Line line) {
        return new Document(
                d.kind(),
                d.id(),
                d.store(),
                d.date(),
                d.customer(),
                List.of(line),
                d.partition(),
                d.offset(),
                d.sequence());
    }

    static long count(List<Document> documents, Predicate<Document> which) {
        return documents.stream().filter(which).count();
    }

    static long lineCount(List<Document> documents, String kind) {
        return documents.stream()
                .filter(document -> document.kind().equals(kind))
                .mapToLong(document -> document.lines().size())
                .sum();
    }

    static BigDecimal sum(List<Document> documents, String kind, Function<Line, BigDecimal> part, int places) {
        return documents.stream()
                .filter(document -> document.kind().equals(kind))
                .map(document -> document.sum(part))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(places);
    }

    static BigDecimal net(List<Document> documents) {
        return sum(documents, "sale", Line::amount, 4).subtract(sum(documents, "return", Line::amount, 4));
    }

    static int compare(List<String> a, List<String> b) {
        return String.join("\0", a).compareTo(String.join("\0", b));
    }
}
