package io.storehouse.shop.receipts;

import io.storehouse.shop.printing.Words;
import java.util.List;
import java.util.Map;

/** The words of receipts. */
final class ReceiptWords {
    static final Words EN = Words.english(Map.ofEntries(
            Map.entry("sale", "Receipt"),
            Map.entry("return", "Return"),
            Map.entry("void", "VOID"),
            Map.entry("number", "No."),
            Map.entry("order", "Sale no."),
            Map.entry("till", "Till"),
            Map.entry("date", "Date"),
            Map.entry("subtotal", "Subtotal"),
            Map.entry("discount", "Discount"),
            Map.entry("tax", "Tax"),
            Map.entry("tax-included", "Including tax"),
            Map.entry("rounding", "Rounding"),
            Map.entry("total", "Total"),
            Map.entry("refunded", "Refunded"),
            Map.entry("tendered", "Tendered"),
            Map.entry("change", "Change")));
    static final Words ZH = Words.chinese(Map.ofEntries(
            Map.entry("sale", "购物小票"),
            Map.entry("return", "退货单"),
            Map.entry("void", "已作废"),
            Map.entry("number", "单号"),
            Map.entry("order", "原单号"),
            Map.entry("till", "收银台"),
            Map.entry("date", "时间"),
            Map.entry("subtotal", "小计"),
            Map.entry("discount", "优惠"),
            Map.entry("tax", "税"),
            Map.entry("tax-included", "含税"),
            Map.entry("rounding", "抹零"),
            Map.entry("total", "应付"),
            Map.entry("refunded", "退款"),
            Map.entry("tendered", "实收"),
            Map.entry("change", "找零"),
            Map.entry("thanks", "谢谢惠顾")));

    private ReceiptWords() {}

    /** Those of the language with that BCP 47 tag. */
    static Words of(String tag) {
        return Words.in(tag, List.of(ZH, EN), ReceiptError.INVALID_RECEIPT_FORMAT);
    }
}
