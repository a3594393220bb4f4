package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.transfer.Cells;
import io.storehouse.shop.transfer.Column;
import io.storehouse.shop.transfer.Outcome;
import io.storehouse.shop.transfer.RowImport;
import io.storehouse.shop.transfer.RowProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products as rows. An empty cell leaves what is kept as it is, a single hyphen takes it away. */
@Component
class ProductFile implements RowImport<ProductFile.Row> {
    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s;|,]+");
    private static final int MOST_CODES = 100;
    private static final int LONGEST_BRAND = 128;

    private static final Map<String, Boolean> GOODS = Map.of(
            "true", true, "goods", true, "商品", true, "是", true, "false", false, "service", false, "服务", false, "否",
            false);
    private static final Map<String, Boolean> ACTIVE =
            Map.of("active", true, "在售", true, "delisted", false, "下架", false);

    private final ProductBatch batch;

    ProductFile(ProductBatch batch) {
        this.batch = batch;
    }

    /**
     * What a row says; null for what it says nothing of.
     *
     * @param spu what it is a variant of, with its attributes
     * @param cleared the columns whose values it takes away
     */
    record Row(
            String sku,
            @Nullable String name,
            @Nullable BigDecimal price,
            @Nullable Boolean goods,
            @Nullable String category,
            @Nullable String brand,
            @Nullable String taxClass,
            @Nullable String unit,
            @Nullable List<Barcode> barcodes,
            @Nullable Boolean active,
            @Nullable String spu,
            @Nullable Map<String, String> variant,
            Set<String> cleared) {}

    @Override
    public String name() {
        return "products";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("sku", "货号", "the product's own code, up to 64 characters", "商品编码，最多64个字符"),
                Column.optional("name", "名称", "needed for a new product", "新商品必填"),
                Column.optional("price", "售价", "list price, such as 12.50; - for none", "标价，例如12.50；-为清空"),
                Column.optional("goods", "类型", "goods or service; goods where empty", "商品或服务；空为商品"),
                Column.optional("category", "分类", "code of a category; - for none", "分类编码；-为清空"),
                Column.optional("brand", "品牌", "- for none", "-为清空"),
                Column.optional("tax_class", "税类", "code of a tax class; - for none", "税类编码；-为清空"),
                Column.optional("unit", "单位", "code of the unit that quantities count in", "计量单位编码"),
                Column.optional(
                        "barcode",
                        "条码",
                        "all bar codes with spaces between, the first is the product's own; - for none",
                        "全部条码，以空格分隔，第一个为主条码；-为清空"),
                Column.optional("status", "状态", "active or delisted", "在售或下架"),
                Column.optional("spu", "款号", "code of the product that this is a variant of", "所属款的编码"),
                Column.optional(
                        "variant",
                        "规格",
                        "a value for each attribute of the spu, such as colour=red; size=M",
                        "该款各属性的值，例如colour=red; size=M"),
                Column.ignored("delisted_at", "下架时间"));
    }

    @Override
    public List<String> keys(Row row) {
        List<String> keys = new ArrayList<>();
        keys.add("sku " + row.sku());
        if (row.barcodes() != null) {
            row.barcodes().forEach(code -> keys.add("barcode " + Barcode.canonical(code.code())));
        }
        if (row.variant() != null) {
            keys.add("variant " + row.spu() + " " + ProductRows.text(row.variant()));
        }
        return keys;
    }

    @Override
    public Row read(Cells cells) {
        Set<String> cleared = Stream.of("price", "category", "brand", "tax_class", "barcode")
                .filter(cells::clears)
                .collect(Collectors.toSet());
        String name = cells.text("name");
        ProductDefinition formed = Products.of(new ProductDefinition(
                cells.required("sku"),
                name == null ? "" : name,
                null,
                cleared.contains("price") ? null : cells.decimal("price"),
                true));
        String brand = cleared.contains("brand") ? null : cells.text("brand");
        if (brand != null && brand.length() > LONGEST_BRAND) {
            throw new RowProblem("brand", "too-long", "At most " + LONGEST_BRAND + " characters");
        }
        String spu = code(cells, "spu", cleared);
        Map<String, String> variant = VariantText.read(cells.text("variant"));
        if ((spu == null) != (variant == null)) {
            throw VariantText.invalid("spu and variant go together");
        }
        return new Row(
                formed.sku(),
                name,
                formed.price(),
                choice(cells, "goods", GOODS),
                code(cells, "category", cleared),
                brand,
                code(cells, "tax_class", cleared),
                code(cells, "unit", cleared),
                barcodes(cells, cleared),
                choice(cells, "status", ACTIVE),
                spu,
                variant,
                cleared);
    }

    private static @Nullable Boolean choice(Cells cells, String column, Map<String, Boolean> choices) {
        String text = cells.text(column);
        if (text == null) {
            return null;
        }
        Boolean chosen = choices.get(text.toLowerCase(Locale.ROOT));
        if (chosen == null) {
            throw new RowProblem(
                    column,
                    "invalid-choice",
                    "Expected one of " + choices.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private static @Nullable String code(Cells cells, String column, Set<String> cleared) {
        String text = cleared.contains(column) ? null : cells.text(column);
        if (text == null) {
            return null;
        }
        try {
            return Products.code(text, column);
        } catch (ShopException e) {
            throw new RowProblem(column, "invalid-code", "Expected up to 32 letters, digits, points and hyphens");
        }
    }

    private static @Nullable List<Barcode> barcodes(Cells cells, Set<String> cleared) {
        if (cleared.contains("barcode")) {
            return List.of();
        }
        String text = cells.text("barcode");
        if (text == null) {
            return null;
        }
        List<Barcode> codes = new ArrayList<>();
        for (String code : BETWEEN_CODES.split(text)) {
            try {
                codes.add(Barcode.of(code, null));
            } catch (ShopException e) {
                throw new RowProblem("barcode", e.code().code(), String.valueOf(e.getMessage()));
            }
        }
        if (codes.size() > MOST_CODES) {
            throw new RowProblem("barcode", "too-many", "At most " + MOST_CODES + " bar codes");
        }
        return codes;
    }

    @Override
    public List<Outcome> apply(List<Row> rows) {
        return batch.take(rows);
    }
}
