package io.storehouse.shop.registers;

import io.storehouse.shop.printing.Words;
import java.util.List;
import java.util.Map;

/** The words of X and Z reports. */
final class ReportWords {
    static final Words EN = Words.english(Map.ofEntries(
            Map.entry("x", "X report"),
            Map.entry("z", "Z report"),
            Map.entry("rescue", "Late sales of a closed shift"),
            Map.entry("register", "Register"),
            Map.entry("business-date", "Business date"),
            Map.entry("opened", "Opened"),
            Map.entry("closed", "Closed"),
            Map.entry("by", "by"),
            Map.entry("sales", "Sales"),
            Map.entry("discounts", "Discounts"),
            Map.entry("returns", "Returns"),
            Map.entry("net", "Net"),
            Map.entry("gift-cards-sold", "Gift cards sold"),
            Map.entry("tax-added", "Tax added"),
            Map.entry("rounding", "Rounding"),
            Map.entry("total", "Total"),
            Map.entry("taken", "taken"),
            Map.entry("refunded", "refunded"),
            Map.entry("drawer", "Drawer"),
            Map.entry("float", "Opening float"),
            Map.entry("handed-over", "Cash handed over"),
            Map.entry("change", "Change"),
            Map.entry("refunds", "Cash refunds"),
            Map.entry("paid-in", "Paid in"),
            Map.entry("paid-out", "Paid out"),
            Map.entry("expected", "Expected"),
            Map.entry("counted", "Counted"),
            Map.entry("difference", "Difference")));
    static final Words ZH = Words.chinese(Map.ofEntries(
            Map.entry("x", "X 报表（未交班）"),
            Map.entry("z", "Z 报表（交班）"),
            Map.entry("rescue", "已交班班次的补录"),
            Map.entry("register", "收银台"),
            Map.entry("business-date", "营业日"),
            Map.entry("opened", "开班"),
            Map.entry("closed", "交班"),
            Map.entry("by", "经手"),
            Map.entry("sales", "销售"),
            Map.entry("discounts", "优惠"),
            Map.entry("returns", "退货"),
            Map.entry("net", "净额"),
            Map.entry("gift-cards-sold", "售出礼品卡"),
            Map.entry("tax-added", "另加税"),
            Map.entry("rounding", "抹零"),
            Map.entry("total", "合计"),
            Map.entry("taken", "收"),
            Map.entry("refunded", "退"),
            Map.entry("drawer", "钱箱"),
            Map.entry("float", "备用金"),
            Map.entry("handed-over", "现金实收"),
            Map.entry("change", "找零"),
            Map.entry("refunds", "现金退款"),
            Map.entry("paid-in", "存入"),
            Map.entry("paid-out", "取出"),
            Map.entry("expected", "应有现金"),
            Map.entry("counted", "实点现金"),
            Map.entry("difference", "差额")));

    private ReportWords() {}

    /** Those of the language with that BCP 47 tag. */
    static Words of(String tag) {
        return Words.in(tag, List.of(ZH, EN), RegisterError.INVALID_REPORT_FORMAT);
    }
}
