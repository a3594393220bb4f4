package io.storehouse.reports.analysis;

import static org.dflib.Exp.$bool;
import static org.dflib.Exp.$decimal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dflib.DataFrame;
import org.dflib.row.RowProxy;
import org.jspecify.annotations.Nullable;

/** The ranking of goods by net sales, with their ABC class; services (postage, fees) are left out. */
final class Products {
    private static final int SHOWN = 20;
    private static final int RATE_PLACES = 6;
    private static final BigDecimal CLASS_A = new BigDecimal("0.80");
    private static final BigDecimal CLASS_B = new BigDecimal("0.95");
    private static final String NET = "net";
    private static final String RUNNING = "running";
    private static final List<Column> COLUMNS = List.of(
            Column.of("SKU", "货号", Column.Kind.TEXT),
            Column.of("Product", "商品", Column.Kind.TEXT),
            Column.of("Units", "销量", Column.Kind.QUANTITY),
            Column.of("Returned units", "退货量", Column.Kind.QUANTITY),
            Column.of("Gross sales", "销售额", Column.Kind.MONEY),
            Column.of("Returns", "退货额", Column.Kind.MONEY),
            Column.of("Net sales", "净销售额", Column.Kind.MONEY),
            Column.of("Share", "占比", Column.Kind.RATE),
            Column.of("ABC", "ABC", Column.Kind.TEXT));

    private final DataFrame goods;
    private final BigDecimal total;

    private Products(DataFrame goods) {
        this.goods = goods;
        this.total = goods.height() == 0
                ? BigDecimal.ZERO
                : (BigDecimal) $decimal(NET).sum().eval(goods).get(0);
    }

    static Products read(Warehouse warehouse) {
        List<Object[]> rows = warehouse.read(SqlFile.PRODUCTS, Products::row);
        DataFrame all = DataFrame.byArrayRow(
                        "sku", "name", "goods", "units", "returned_units", "gross", "returned", NET)
                .ofIterable(rows);
        DataFrame goods = all.rows($bool("goods")).select();
        return new Products(goods.cols(RUNNING).merge($decimal(NET).cumSum()));
    }

    private static Object[] row(ResultSet row) throws SQLException {
        boolean service = "false".equals(row.getString("goods"));
        return new Object[] {
            row.getString("sku"),
            row.getString("name"),
            !service,
            row.getBigDecimal("units"),
            row.getBigDecimal("returned_units"),
            row.getBigDecimal("gross"),
            row.getBigDecimal("returned"),
            row.getBigDecimal(NET)
        };
    }

    Section top() {
        return section(
                "products-top",
                new Label("Best products", "畅销商品"),
                new Label(
                        "The 20 goods with the highest net sales. ABC by cumulative net sales: A up to 80 %, B up to 95 %, C the"
                                + " rest.",
                        "净销售额最高的 20 种商品。ABC 按累计净销售额：A ≤ 80 %，B ≤ 95 %，其余为 C。"),
                goods.head(SHOWN));
    }

    Section bottom() {
        return section(
                "products-bottom",
                new Label("Weakest products", "滞销商品"),
                new Label(
                        "The 20 goods with the lowest net sales among those sold or returned, lowest first.",
                        "有销售或退货的商品中净销售额最低的 20 种，由低到高。"),
                goods.tail(SHOWN)
                        .sort($decimal(NET).asc(), org.dflib.Exp.$col("sku").asc()));
    }

    private Section section(String id, Label title, Label note, DataFrame frame) {
        List<List<Object>> rows = new ArrayList<>();
        for (RowProxy row : frame) {
            BigDecimal net = (BigDecimal) row.get(NET);
            rows.add(Arrays.asList(
                    row.get("sku"),
                    row.get("name"),
                    row.get("units"),
                    row.get("returned_units"),
                    row.get("gross"),
                    row.get("returned"),
                    net,
                    share(net),
                    abc(share((BigDecimal) row.get(RUNNING)), share(net))));
        }
        return new Section(id, title, note, COLUMNS, rows);
    }

    private @Nullable BigDecimal share(BigDecimal part) {
        return total.signum() <= 0 ? null : part.divide(total, RATE_PLACES, RoundingMode.HALF_UP);
    }

    /** The class of a product by the share that the better ones have already made. */
    private static @Nullable String abc(@Nullable BigDecimal running, @Nullable BigDecimal own) {
        if (running == null || own == null) {
            return null;
        }
        if (own.signum() > 0 && running.subtract(own).signum() == 0 || running.compareTo(CLASS_A) <= 0) {
            return "A";
        }
        return running.compareTo(CLASS_B) <= 0 ? "B" : "C";
    }
}
