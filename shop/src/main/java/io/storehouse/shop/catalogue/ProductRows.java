package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Products as rows of their table. */
final class ProductRows {
    static final String COLUMNS =
            "p.sku, p.name, p.barcode, p.price, p.goods, p.category, p.brand, p.tax_class, p.unit, p.spu, p.variant, p.delisted_at";
    /** An absent text is empty here: rows with nulls in different places would not go in bulk. */
    static final String INSERT = """
            insert into product (sku, name, barcode, price, goods, category, brand, tax_class, unit, spu, variant, delisted_at)
            values (?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''),
                nullif(?, ''), nullif(?, ''), nullif(?, ''))
            """;

    static final String UPDATE = """
            update product
            set name = ?, barcode = ?, price = ?, category = ?, brand = ?, tax_class = ?, unit = ?, spu = ?, variant = ?,
                delisted_at = ?
            where sku = ?
            """;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private ProductRows() {}

    static Product product(ResultSet row, int number) throws SQLException {
        String variant = row.getString("variant");
        LocalDateTime delistedAt = row.getObject("delisted_at", LocalDateTime.class);
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("barcode"),
                row.getBigDecimal("price"),
                row.getBoolean("goods"),
                row.getString("category"),
                row.getString("brand"),
                row.getString("tax_class"),
                row.getString("unit"),
                row.getString("spu"),
                variant == null ? null : JSON.readValue(variant, ATTRIBUTES),
                delistedAt == null ? null : Rows.instant(delistedAt));
    }

    /** What {@link #INSERT} takes. */
    static @Nullable Object[] inserted(Product product) {
        return new @Nullable Object[] {
            product.sku(),
            product.name(),
            orEmpty(product.barcode()),
            product.price() == null ? "" : product.price().toPlainString(),
            product.goods(),
            orEmpty(product.category()),
            orEmpty(product.brand()),
            orEmpty(product.taxClass()),
            orEmpty(product.unit()),
            orEmpty(product.spu()),
            product.variant() == null ? "" : text(product.variant()),
            product.delistedAt() == null ? "" : MOMENT.format(Rows.utc(product.delistedAt()))
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What {@link #UPDATE} takes. */
    static @Nullable Object[] updated(Product product) {
        return new @Nullable Object[] {
            product.name(),
            product.barcode(),
            product.price(),
            product.category(),
            product.brand(),
            product.taxClass(),
            product.unit(),
            product.spu(),
            product.variant() == null ? null : text(product.variant()),
            product.delistedAt() == null ? null : Rows.utc(product.delistedAt()),
            product.sku()
        };
    }

    /** Attributes in the order of their names, so that equal ones are equal text. */
    static String text(Map<String, String> attributes) {
        return JSON.writeValueAsString(new TreeMap<>(attributes));
    }

    static String text(List<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    static List<String> texts(String text) {
        return JSON.readValue(text, TEXTS);
    }
}
