package io.storehouse.reports.analysis;

import io.storehouse.reports.analysis.Column.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the report of a period out of the warehouse; ratios are divided once, from sums. */
final class SalesAnalysis {
    private static final int BUYERS_SHOWN = 20;
    private static final int MONEY_PLACES = 2;
    private static final int RATE_PLACES = 6;
    private static final List<Column> PARTS = List.of(
            Column.of("Orders", "订单数", Kind.COUNT),
            Column.of("Returns", "退货单数", Kind.COUNT),
            Column.of("Units", "销量", Kind.QUANTITY),
            Column.of("Gross sales", "销售额", Kind.MONEY),
            Column.of("Discounts", "折扣", Kind.MONEY),
            Column.of("Returned", "退货额", Kind.MONEY),
            Column.of("Net sales", "净销售额", Kind.MONEY),
            Column.of("AOV", "客单价", Kind.MONEY));

    private final Warehouse warehouse;

    SalesAnalysis(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    SalesReport read(Instant now) {
        List<List<Object>> days = warehouse.read(
                SqlFile.DAYS, row -> Arrays.asList(row.getObject("day", LocalDate.class), row.getBigDecimal("amount")));
        List<Parts> trend = warehouse.read(SqlFile.TREND, row -> Parts.read("month", row));
        Products products = Products.read(warehouse);
        List<Section> sections = List.of(
                parts("trend", new Label("Monthly trend", "月度趋势"), Column.of("Month", "月份", Kind.TEXT), trend),
                new Section(
                        "days",
                        new Label("Daily net sales", "每日净销售额"),
                        new Label("By business date.", "按营业日。"),
                        List.of(
                                Column.of("Business date", "营业日", Kind.DATE),
                                Column.of("Net sales", "净销售额", Kind.MONEY)),
                        days),
                products.top(),
                products.bottom(),
                buyers(),
                parts(
                        "stores",
                        new Label("Stores", "门店"),
                        Column.of("Store", "门店", Kind.TEXT),
                        warehouse.read(SqlFile.SHOPS, row -> Parts.read("store", row))),
                rows());
        boolean empty = days.isEmpty();
        return new SalesReport(
                empty ? null : (LocalDate) days.get(0).get(0),
                empty ? null : (LocalDate) days.get(days.size() - 1).get(0),
                now,
                warehouse.writtenAt(),
                Headline.of(trend),
                sections);
    }

    private static Section parts(String id, Label title, Column key, List<Parts> rows) {
        List<Column> columns = new ArrayList<>(List.of(key));
        columns.addAll(PARTS);
        Label note = new Label(
                "Net sales = gross sales − discounts − returns; a return counts on the day and in the store that took it back.",
                "净销售额 = 销售额 − 折扣 − 退货；退货计入受理当日与受理门店。");
        return new Section(
                id, title, note, columns, rows.stream().map(Parts::row).toList());
    }

    private Section buyers() {
        return new Section(
                "customers",
                new Label("Customers", "顾客"),
                new Label(
                        "The 20 customers with a number who spent most. R, F, M: quintiles of last purchase, orders and net sales"
                                + " over all customers; 5 is best.",
                        "消费最高的 20 位有编号的顾客。R、F、M：最近消费、订单数、净销售额在全部顾客中的五分位，5 最佳。"),
                List.of(
                        Column.of("Customer", "顾客", Kind.TEXT),
                        Column.of("Orders", "订单数", Kind.COUNT),
                        Column.of("Returns", "退货单数", Kind.COUNT),
                        Column.of("Gross sales", "销售额", Kind.MONEY),
                        Column.of("Returned", "退货额", Kind.MONEY),
                        Column.of("Net sales", "净销售额", Kind.MONEY),
                        Column.of("Last day", "最近消费日", Kind.DATE),
                        Column.of("RFM", "RFM", Kind.TEXT)),
                warehouse.read(SqlFile.BUYERS, SalesAnalysis::buyer).stream()
                        .limit(BUYERS_SHOWN)
                        .toList());
    }

    private static List<Object> buyer(ResultSet row) throws SQLException {
        return List.of(
                row.getString("customer"),
                row.getLong("orders"),
                row.getLong("returns"),
                row.getBigDecimal("gross"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("net"),
                row.getObject("last_day", LocalDate.class),
                row.getString("recency") + row.getString("frequency") + row.getString("monetary"));
    }

    private Section rows() {
        return new Section(
                "rows",
                new Label("Every row accounted for", "逐行对账"),
                new Label(
                        "Lines of sales and returns, stock adjustments (no money), and ledger entries rejected by the import.",
                        "销售行、退货行、库存调整行（无金额），以及导入时拒绝的记账行。"),
                List.of(
                        Column.of("Kind", "类别", Kind.TEXT),
                        Column.of("Rows", "行数", Kind.COUNT),
                        Column.of("Amount", "金额", Kind.MONEY)),
                warehouse.read(
                        SqlFile.TOTAL,
                        row -> List.of(row.getString("kind"), row.getLong("rows"), row.getBigDecimal("amount"))));
    }

    /** The parts of net sales of one group. */
    record Parts(
            String key,
            long orders,
            long returns,
            BigDecimal units,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal returned,
            BigDecimal net) {

        static Parts read(String key, ResultSet row) throws SQLException {
            return new Parts(
                    row.getString(key),
                    row.getLong("orders"),
                    row.getLong("returns"),
                    row.getBigDecimal("units"),
                    row.getBigDecimal("gross"),
                    row.getBigDecimal("discount"),
                    row.getBigDecimal("returned"),
                    row.getBigDecimal("net"));
        }

        Parts plus(Parts other) {
            return new Parts(
                    key,
                    orders + other.orders,
                    returns + other.returns,
                    units.add(other.units),
                    gross.add(other.gross),
                    discount.add(other.discount),
                    returned.add(other.returned),
                    net.add(other.net));
        }

        static Parts none() {
            BigDecimal zero = BigDecimal.ZERO;
            return new Parts("", 0, 0, zero, zero, zero, zero, zero);
        }

        List<Object> row() {
            return Arrays.asList(
                    key,
                    orders,
                    returns,
                    units,
                    gross,
                    discount,
                    returned,
                    net,
                    ratio(net, BigDecimal.valueOf(orders), MONEY_PLACES));
        }
    }

    static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole, int places) {
        return whole.signum() == 0 ? null : part.divide(whole, places, RoundingMode.HALF_UP);
    }

    static @Nullable BigDecimal rate(BigDecimal part, BigDecimal whole) {
        return ratio(part, whole, RATE_PLACES);
    }
}
