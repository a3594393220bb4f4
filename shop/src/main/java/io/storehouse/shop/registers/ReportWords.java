package io.storehouse.shop.registers;

import io.storehouse.shop.printing.Words;
import io.storehouse.shop.printing.Words.Word;
import java.util.List;

/** The words of X and Z reports. */
final class ReportWords {
    private static final List<Word> ALL = List.of(
            new Word("x", "X report", "X 报表（未交班）"),
            new Word("z", "Z report", "Z 报表（交班）"),
            new Word("rescue", "Late sales of a closed shift", "已交班班次的补录"),
            new Word("register", "Register", "收银台"),
            new Word("business-date", "Business date", "营业日"),
            new Word("opened", "Opened", "开班"),
            new Word("closed", "Closed", "交班"),
            new Word("by", "by", "经手"),
            new Word("sales", "Sales", "销售"),
            new Word("discounts", "Discounts", "优惠"),
            new Word("returns", "Returns", "退货"),
            new Word("net", "Net", "净额"),
            new Word("gift-cards-sold", "Gift cards sold", "售出礼品卡"),
            new Word("tax-added", "Tax added", "另加税"),
            new Word("rounding", "Rounding", "抹零"),
            new Word("total", "Total", "合计"),
            new Word("taken", "taken", "收"),
            new Word("refunded", "refunded", "退"),
            new Word("drawer", "Drawer", "钱箱"),
            new Word("float", "Opening float", "备用金"),
            new Word("handed-over", "Cash handed over", "现金实收"),
            new Word("change", "Change", "找零"),
            new Word("refunds", "Cash refunds", "现金退款"),
            new Word("paid-in", "Paid in", "存入"),
            new Word("paid-out", "Paid out", "取出"),
            new Word("expected", "Expected", "应有现金"),
            new Word("counted", "Counted", "实点现金"),
            new Word("difference", "Difference", "差额"));

    static final Words EN = Words.english(ALL);
    static final Words ZH = Words.chinese(ALL);

    private ReportWords() {}

    /** Those of the language with that BCP 47 tag. */
    static Words of(String tag) {
        return Words.in(tag, List.of(ZH, EN), RegisterError.INVALID_REPORT_FORMAT);
    }
}
