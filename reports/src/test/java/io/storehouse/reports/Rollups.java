package io.storehouse.reports;

import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.Retail.Reference;
import io.storehouse.reports.lake.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;

/** Rows of the warehouse's dimensions and of its tables over all stores or days, computed by plain Java. */
final class Rollups {
    private static final String SUMS =
            " units quantity, returned_units quantity, gross money, discount money, returned money, net money";
    static final Map<String, Schema> TABLES = tables();

    private Rollups() {}

    private static Map<String, Schema> tables() {
        Map<String, Schema> tables = new LinkedHashMap<>();
        tables.put(
                "dim_store",
                Columns.of("store string, name string, time_zone string, currency string, day_start string,"
                        + " recorded_at instant, position string, kafka_offset long"));
        tables.put(
                "dim_product",
                Columns.of("sku string, name string, barcode string, price money, goods boolean, recorded_at instant,"
                        + " position string, kafka_offset long"));
        tables.put("dim_sku", Columns.of("sku string, name string, name_count long, goods boolean"));
        tables.put(
                "dws_sku_name_1d",
                Columns.of("business_date date, sku string, name string, lines long, goods boolean"));
        tables.put(
                "ads_sales_month_1m",
                Columns.of("month string, days long, customers long, orders long, returns long, sale_lines long,"
                        + " return_lines long, adjustment_lines long," + SUMS));
        tables.put(
                "ads_sales_store",
                Columns.of("period string, sales_rank int, store string, name string, orders long, returns long,"
                        + " sale_lines long, return_lines long, adjustment_lines long," + SUMS));
        tables.put(
                "ads_sku_rank",
                Columns.of("period string, sales_rank int, sku string, name string, orders long, sale_lines long,"
                        + " return_lines long," + SUMS));
        tables.put(
                "ads_customer_rank",
                Columns.of("period string, sales_rank int, customer string, orders long, returns long, sale_lines long,"
                        + " return_lines long," + SUMS));
        return tables;
    }

    static Map<String, List<List<Object>>> rows(Retail retail) {
        Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
        rows.put("dim_store", stores(retail));
        rows.put("dim_product", products(retail));
        rows.put("dim_sku", skus(retail));
        rows.put("dws_sku_name_1d", names(retail));
        rows.put("ads_sales_month_1m", months(retail));
        rows.put("ads_sales_store", storeRanks(retail));
        rows.put("ads_sku_rank", skuRanks(retail));
        rows.put("ads_customer_rank", customerRanks(retail));
        return rows;
    }

    private static List<List<Object>> stores(Retail retail) {
        return new ArrayList<>(retail.references.stream()
                .filter(Reference::ofStore)
                .map(one -> Arrays.<Object>asList(
                        one.key(),
                        one.name(),
                        "Europe/London",
                        "GBP",
                        "00:00",
                        Stations.RECORDED,
                        one.position(),
                        one.offset()))
                .toList());
    }

    private static List<List<Object>> products(Retail retail) {
        return new ArrayList<>(retail.references.stream()
                .filter(one -> !one.ofStore())
                .map(one -> Arrays.<Object>asList(
                        one.key(),
                        one.name(),
                        null,
                        new BigDecimal("2.5500"),
                        true,
                        Stations.RECORDED,
                        one.position(),
                        one.offset()))
                .toList());
    }

    private static List<List<Object>> names(Retail retail) {
        Map<List<Object>, Long> lines = new TreeMap<>(Comparator.comparing(Object::toString));
        for (Document document : retail.counted()) {
            for (Line line : document.lines()) {
                List<Object> key = List.of(
                        LocalDate.parse(document.date()),
                        line.sku(),
                        document.money() ? line.name() : "",
                        line.goods());
                lines.merge(key, document.money() ? 1L : 0L, Long::sum);
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        lines.forEach((key, count) -> rows.add(Arrays.asList(key.get(0), key.get(1), key.get(2), count, key.get(3))));
        return rows;
    }

    private static List<List<Object>> skus(Retail retail) {
        Map<String, List<Object>> skus = new TreeMap<>();
        retail.references.stream()
                .filter(one -> !one.ofStore())
                .forEach(one -> skus.put(one.key(), Arrays.asList(one.key(), one.name(), 0L, true)));
        for (Document document : retail.sold()) {
            for (Line line : document.lines()) {
                long before = skus.containsKey(line.sku())
                        ? (Long) skus.get(line.sku()).get(2)
                        : 0;
                skus.put(line.sku(), Arrays.asList(line.sku(), line.name(), before + 1, line.goods()));
            }
        }
        return new ArrayList<>(skus.values());
    }

    private static List<List<Object>> months(Retail retail) {
        Map<List<String>, List<Document>> months = new TreeMap<>(Stations::compare);
        retail.counted()
                .forEach(document -> months.computeIfAbsent(
                                List.of(document.date().substring(0, 7)), key -> new ArrayList<>())
                        .add(document));
        List<List<Object>> rows = new ArrayList<>();
        months.forEach((key, documents) -> rows.add(row(
                List.of(
                        key.get(0),
                        documents.stream().map(Document::date).distinct().count(),
                        documents.stream()
                                .map(Document::customer)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()),
                documents,
                true,
                true)));
        return rows;
    }

    private static List<List<Object>> storeRanks(Retail retail) {
        Map<List<String>, List<Document>> groups = new TreeMap<>(Stations::compare);
        retail.counted()
                .forEach(document -> periods(document)
                        .forEach(period -> groups.computeIfAbsent(
                                        List.of(period, document.store()), key -> new ArrayList<>())
                                .add(document)));
        return ranked(groups, (key, documents) -> {
            String name = retail.references.stream()
                    .filter(one -> one.ofStore() && one.key().equals(key.get(1)))
                    .map(Reference::name)
                    .findFirst()
                    .orElse(key.get(1));
            return row(List.of(key.get(0), 0, key.get(1), name), documents, true, true);
        });
    }

    private static List<List<Object>> skuRanks(Retail retail) {
        Map<List<String>, List<Document>> groups = new TreeMap<>(Stations::compare);
        for (Document document : retail.sold()) {
            for (Line line : document.lines()) {
                periods(document)
                        .forEach(period -> groups.computeIfAbsent(List.of(period, line.sku()), key -> new ArrayList<>())
                                .add(Stations.only(document, line)));
            }
        }
        return ranked(
                groups,
                (key, documents) ->
                        row(List.of(key.get(0), 0, key.get(1), "Name of " + key.get(1)), documents, false, false));
    }

    private static List<List<Object>> customerRanks(Retail retail) {
        Map<List<String>, List<Document>> groups = new TreeMap<>(Stations::compare);
        retail.sold().stream()
                .filter(document -> document.customer() != null)
                .forEach(document -> periods(document)
                        .forEach(period -> groups.computeIfAbsent(
                                        List.of(period, Objects.requireNonNull(document.customer())),
                                        key -> new ArrayList<>())
                                .add(document)));
        return ranked(groups, (key, documents) -> row(List.of(key.get(0), 0, key.get(1)), documents, true, false));
    }

    private static Stream<String> periods(Document document) {
        return Stream.of("all", document.date().substring(0, 7));
    }

    private static List<Object> row(List<Object> key, List<Document> documents, boolean returns, boolean adjustments) {
        List<Object> row = new ArrayList<>(key);
        row.add(documents.stream()
                .filter(Document::sale)
                .map(Document::id)
                .distinct()
                .count());
        if (returns) {
            row.add(Stations.count(documents, document -> document.kind().equals("return")));
        }
        row.add(Stations.lineCount(documents, "sale"));
        row.add(Stations.lineCount(documents, "return"));
        if (adjustments) {
            row.add(Stations.lineCount(documents, "adjustment"));
        }
        row.add(Stations.sum(documents, "sale", Line::units, 3));
        row.add(Stations.sum(documents, "return", Line::units, 3));
        row.add(Stations.sum(documents, "sale", Line::gross, 4));
        row.add(Stations.sum(documents, "sale", Line::discounted, 4));
        row.add(Stations.sum(documents, "return", Line::amount, 4));
        row.add(Stations.net(documents));
        return row;
    }

    private static List<List<Object>> ranked(
            Map<List<String>, List<Document>> groups, BiFunction<List<String>, List<Document>, List<Object>> toRow) {
        List<List<Object>> rows = new ArrayList<>();
        groups.forEach((key, documents) -> rows.add(toRow.apply(key, documents)));
        rows.sort(Comparator.<List<Object>, String>comparing(row -> (String) row.get(0))
                .thenComparing(row -> (BigDecimal) row.get(row.size() - 1), Comparator.reverseOrder())
                .thenComparing(row -> (String) row.get(2)));
        Map<Object, Integer> last = new LinkedHashMap<>();
        rows.forEach(row -> row.set(1, last.merge(row.get(0), 1, Integer::sum)));
        return rows;
    }
}
