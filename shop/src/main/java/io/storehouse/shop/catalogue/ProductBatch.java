package io.storehouse.shop.catalogue;

import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes many products at once by a fixed number of statements, under the rules that hold when one is listed, classified, counted
 * and coded by itself; an event leaves for each that is new or different.
 */
@Component
class ProductBatch {
    private final ProductTable products;
    private final SpuTable spus;
    private final BarcodeTable barcodes;
    private final KnownCodes codes;
    private final SearchIndex index;
    private final ProductEvents events;
    private final Clock clock;

    ProductBatch(
            ProductTable products,
            SpuTable spus,
            BarcodeTable barcodes,
            KnownCodes codes,
            SearchIndex index,
            ProductEvents events,
            Clock clock) {
        this.products = products;
        this.spus = spus;
        this.barcodes = barcodes;
        this.codes = codes;
        this.index = index;
        this.events = events;
        this.clock = clock;
    }

    /** What became of each row; each SKU and each bar code is in one of them only. */
    List<Outcome> take(List<ProductFile.Row> rows) {
        Before before = before(rows);
        TreeMap<String, Product> added = new TreeMap<>();
        TreeMap<String, Product> changed = new TreeMap<>();
        TreeMap<String, List<Barcode>> fresh = new TreeMap<>();
        TreeMap<String, List<Barcode>> recoded = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (ProductFile.Row row : rows) {
            Product was = before.products().get(row.sku());
            RowProblem problem = problem(row, was, before);
            if (problem != null) {
                outcomes.add(Outcome.refused(problem));
                continue;
            }
            Product now = after(row, was, before);
            List<Barcode> own = before.barcodes().getOrDefault(row.sku(), List.of());
            List<Barcode> wanted = codes(row, own);
            if (was == null) {
                added.put(now.sku(), now);
                fresh.put(now.sku(), wanted);
                outcomes.add(Outcome.ADDED);
                continue;
            }
            boolean codesDiffer = row.barcodes() != null && !wanted.equals(own);
            if (codesDiffer) {
                recoded.put(now.sku(), wanted);
            }
            if (!now.equals(was)) {
                changed.put(now.sku(), now);
            }
            outcomes.add(codesDiffer || !now.equals(was) ? Outcome.CHANGED : Outcome.UNCHANGED);
        }
        write(before, added, changed, fresh, recoded);
        return outcomes;
    }

    /** What is kept of the rows' products, which are locked, and which of the codes they name exist. */
    private record Before(
            Instant now,
            Map<String, Spu> spus,
            Map<String, Product> products,
            Map<String, List<Barcode>> barcodes,
            Map<String, String> owners,
            Set<String> categories,
            Set<String> taxClasses,
            Set<String> units) {}

    private Before before(List<ProductFile.Row> rows) {
        Map<String, Spu> varied = spus.lock(said(rows, ProductFile.Row::spu));
        Map<String, Product> known =
                products.lock(rows.stream().map(ProductFile.Row::sku).collect(Collectors.toSet()));
        Set<String> coded = rows.stream()
                .filter(row -> row.barcodes() != null && known.containsKey(row.sku()))
                .map(ProductFile.Row::sku)
                .collect(Collectors.toSet());
        Set<String> said = rows.stream()
                .map(ProductFile.Row::barcodes)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(code -> Barcode.canonical(code.code()))
                .collect(Collectors.toSet());
        return new Before(
                clock.instant(),
                varied,
                known,
                barcodes.of(coded),
                barcodes.owners(said),
                codes.known("category", said(rows, ProductFile.Row::category)),
                codes.known("tax_class", said(rows, ProductFile.Row::taxClass)),
                codes.known("unit", said(rows, ProductFile.Row::unit)));
    }

    private static Set<String> said(List<ProductFile.Row> rows, Function<ProductFile.Row, @Nullable String> code) {
        Set<String> said = new HashSet<>();
        for (ProductFile.Row row : rows) {
            String one = code.apply(row);
            if (one != null) {
                said.add(one);
            }
        }
        return said;
    }

    private static @Nullable RowProblem problem(ProductFile.Row row, @Nullable Product was, Before before) {
        if (was == null && row.name() == null) {
            return new RowProblem("name", "missing-value", "A new product needs a name");
        }
        if (was != null && row.goods() != null && was.goods() != row.goods()) {
            return new RowProblem("goods", CatalogueError.GOODS_FIXED.code(), CatalogueError.GOODS_FIXED.title());
        }
        if (was != null
                && was.unit() != null
                && row.unit() != null
                && !was.unit().equals(row.unit())) {
            return new RowProblem("unit", CatalogueError.UNIT_FIXED.code(), CatalogueError.UNIT_FIXED.title());
        }
        RowProblem variant = variantProblem(row, was, before);
        if (variant != null) {
            return variant;
        }
        if (row.category() != null && !before.categories().contains(row.category())) {
            return new RowProblem("category", "unknown-category", "There is no such category");
        }
        if (row.taxClass() != null && !before.taxClasses().contains(row.taxClass())) {
            return new RowProblem("tax_class", CatalogueError.UNKNOWN_TAX_CLASS.code(), "There is no such tax class");
        }
        if (row.unit() != null && !before.units().contains(row.unit())) {
            return new RowProblem("unit", CatalogueError.UNKNOWN_UNIT.code(), "There is no such unit");
        }
        boolean taken = row.barcodes() != null
                && row.barcodes().stream()
                        .map(code -> before.owners().get(Barcode.canonical(code.code())))
                        .anyMatch(owner -> owner != null && !owner.equals(row.sku()));
        return taken
                ? new RowProblem(
                        "barcode", CatalogueError.BARCODE_TAKEN.code(), "A bar code belongs to another product")
                : null;
    }

    /** What is wrong with a row as a variant, which its SPU classifies. */
    private static @Nullable RowProblem variantProblem(ProductFile.Row row, @Nullable Product was, Before before) {
        String code = row.spu();
        String now = was == null ? null : was.spu();
        if (code != null) {
            Spu spu = before.spus().get(code);
            if (spu == null) {
                return new RowProblem("spu", CatalogueError.SPU_NOT_FOUND.code(), CatalogueError.SPU_NOT_FOUND.title());
            }
            if (now != null && !now.equals(code)) {
                return VariantText.invalid("It is a variant of " + now);
            }
            if (!spu.isVariedBy(Objects.requireNonNull(row.variant()))) {
                return VariantText.invalid("Expected a value for each of " + String.join(", ", spu.axes()));
            }
            return classifiedBySpu(row, spu.category(), spu.brand(), spu.taxClass());
        }
        return was == null || now == null ? null : classifiedBySpu(row, was.category(), was.brand(), was.taxClass());
    }

    private static @Nullable RowProblem classifiedBySpu(
            ProductFile.Row row, @Nullable String category, @Nullable String brand, @Nullable String taxClass) {
        boolean same = Objects.equals(kept(row, "category", row.category(), category), category)
                && Objects.equals(kept(row, "brand", row.brand(), brand), brand)
                && Objects.equals(kept(row, "tax_class", row.taxClass(), taxClass), taxClass);
        return same
                ? null
                : new RowProblem(
                        "category", CatalogueError.CLASSIFIED_BY_SPU.code(), CatalogueError.CLASSIFIED_BY_SPU.title());
    }

    private static <T> @Nullable T kept(ProductFile.Row row, String column, @Nullable T said, @Nullable T before) {
        return row.cleared().contains(column) ? null : said == null ? before : said;
    }

    private static Product after(ProductFile.Row row, @Nullable Product known, Before before) {
        Product was = known == null
                ? Product.listed(new ProductDefinition(
                        row.sku(), String.valueOf(row.name()), null, null, row.goods() == null || row.goods()))
                : known;
        List<Barcode> codes = row.barcodes();
        Product said = new Product(
                was.sku(),
                row.name() == null ? was.name() : row.name(),
                codes == null
                        ? was.barcode()
                        : codes.isEmpty() ? null : codes.get(0).code(),
                kept(row, "price", row.price(), was.price()),
                was.goods(),
                kept(row, "category", row.category(), was.category()),
                kept(row, "brand", row.brand(), was.brand()),
                kept(row, "tax_class", row.taxClass(), was.taxClass()),
                row.unit() == null ? was.unit() : row.unit(),
                was.spu(),
                was.variant(),
                delisted(row, was, before.now()));
        Spu spu = row.spu() == null ? null : before.spus().get(row.spu());
        return spu == null
                ? said
                : said.classified(spu.category(), spu.brand(), spu.taxClass()).varying(spu.code(), row.variant());
    }

    private static @Nullable Instant delisted(ProductFile.Row row, Product was, Instant now) {
        if (row.active() == null) {
            return was.delistedAt();
        }
        return row.active() ? null : was.delistedAt() == null ? now : was.delistedAt();
    }

    /** The codes that the row says; one that the product has already keeps the pack that carries it. */
    private static List<Barcode> codes(ProductFile.Row row, List<Barcode> own) {
        if (row.barcodes() == null) {
            return own;
        }
        Map<String, Barcode> known =
                own.stream().collect(Collectors.toMap(Barcode::code, Function.identity(), (one, other) -> one));
        return row.barcodes().stream()
                .map(code -> known.getOrDefault(code.code(), code))
                .toList();
    }

    private void write(
            Before before,
            TreeMap<String, Product> added,
            TreeMap<String, Product> changed,
            TreeMap<String, List<Barcode>> fresh,
            TreeMap<String, List<Barcode>> recoded) {
        List<Product> news = List.copyOf(added.values());
        List<Product> changes = List.copyOf(changed.values());
        Outbox.Prepared told = events.toBeListed(news, fresh);
        products.write(news, changes);
        if (!recoded.isEmpty()) {
            barcodes.replace(recoded);
        }
        barcodes.add(fresh);
        List<Product> found = new ArrayList<>(news);
        changes.stream()
                .filter(product -> !product.name()
                        .equals(Objects.requireNonNull(before.products().get(product.sku()))
                                .name()))
                .forEach(found::add);
        Set<String> indexed = found.stream().map(Product::sku).collect(Collectors.toSet());
        recoded.keySet().stream()
                .filter(sku -> !indexed.contains(sku))
                .map(sku -> Objects.requireNonNull(
                        changed.getOrDefault(sku, before.products().get(sku))))
                .forEach(found::add);
        index.found(found);
        events.listed(told);
        TreeMap<String, Product> different = new TreeMap<>(changed);
        recoded.keySet().forEach(sku -> different.computeIfAbsent(sku, before.products()::get));
        events.changed(List.copyOf(different.values()));
    }
}
