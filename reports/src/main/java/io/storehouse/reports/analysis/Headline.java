package io.storehouse.reports.analysis;

import io.storehouse.reports.analysis.Column.Kind;
import io.storehouse.reports.analysis.SalesAnalysis.Parts;
import io.storehouse.reports.analysis.SalesReport.Measure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headline figures of a period, each with its definition. */
final class Headline {
    private static final int PLACES = 2;

    private Headline() {}

    static List<Measure> of(List<Parts> months) {
        Parts sum = months.stream().reduce(Parts.none(), Parts::plus);
        BigDecimal orders = BigDecimal.valueOf(sum.orders());
        return List.of(
                measure("net_sales", new Label("Net sales", "净销售额"), sum.net(), Kind.MONEY),
                measure("gross_sales", new Label("Gross sales", "销售额"), sum.gross(), Kind.MONEY),
                measure("discounts", new Label("Discounts", "折扣"), sum.discount(), Kind.MONEY),
                measure("returned", new Label("Returns", "退货额"), sum.returned(), Kind.MONEY),
                measure(
                        "return_rate",
                        new Label("Return rate", "退货率"),
                        SalesAnalysis.rate(sum.returned(), sum.gross()),
                        Kind.RATE),
                measure("orders", new Label("Orders", "订单数"), orders, Kind.COUNT),
                measure(
                        "returns",
                        new Label("Return documents", "退货单数"),
                        BigDecimal.valueOf(sum.returns()),
                        Kind.COUNT),
                measure("units", new Label("Units", "销量"), sum.units(), Kind.QUANTITY),
                measure("aov", new Label("AOV", "客单价"), SalesAnalysis.ratio(sum.net(), orders, PLACES), Kind.MONEY),
                measure(
                        "upt",
                        new Label("UPT", "连带率"),
                        SalesAnalysis.ratio(sum.units(), orders, PLACES),
                        Kind.QUANTITY),
                measure(
                        "asp",
                        new Label("ASP", "件单价"),
                        SalesAnalysis.ratio(sum.net(), sum.units(), PLACES),
                        Kind.MONEY));
    }

    private static Measure measure(String id, Label title, @Nullable BigDecimal value, Kind kind) {
        return new Measure(id, title, definition(id), kind, value);
    }

    private static Label definition(String id) {
        return switch (id) {
            case "net_sales" ->
                new Label(
                        "gross sales − discounts − returns, a return counted on the date of the return",
                        "销售额 − 折扣 − 退货，退货计入退货当日");
            case "gross_sales" ->
                new Label(
                        "Σ unit price × quantity of sale lines, before discounts, returns, tax; gift cards are no sale",
                        "销售行单价 × 数量之和，未扣折扣、退货与税；售出礼品卡不算销售");
            case "discounts" -> new Label("Σ discounts of sale lines", "销售行折扣之和");
            case "returned" -> new Label("Σ unit price × quantity of return lines", "退货行单价 × 数量之和");
            case "return_rate" -> new Label("returned amount ÷ gross sales", "退货额 ÷ 销售额");
            case "orders" -> new Label("distinct sale orders, without those of gift cards only", "销售订单数（去重，不含只售礼品卡的单）");
            case "returns" -> new Label("distinct returns", "退货单数（去重）");
            case "units" -> new Label("Σ quantity of sale lines", "销售行数量之和");
            case "aov" -> new Label("net sales ÷ orders", "净销售额 ÷ 订单数");
            case "upt" -> new Label("units ÷ orders", "销量 ÷ 订单数");
            case "asp" -> new Label("net sales ÷ units", "净销售额 ÷ 销量");
            default -> throw new IllegalArgumentException("Invalid measure: " + id);
        };
    }
}
