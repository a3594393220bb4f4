package io.storehouse.shop.receipts;

import io.storehouse.shop.printing.Words;
import io.storehouse.shop.printing.Words.Word;
import java.util.List;

/** The words of receipts. */
final class ReceiptWords {
    private static final List<Word> ALL = List.of(
            new Word("sale", "Receipt", "购物小票"),
            new Word("return", "Return", "退货单"),
            new Word("void", "VOID", "已作废"),
            new Word("number", "No.", "单号"),
            new Word("order", "Sale no.", "原单号"),
            new Word("till", "Till", "收银台"),
            new Word("date", "Date", "时间"),
            new Word("subtotal", "Subtotal", "小计"),
            new Word("discount", "Discount", "优惠"),
            new Word("tax", "Tax", "税"),
            new Word("tax-included", "Including tax", "含税"),
            new Word("rounding", "Rounding", "抹零"),
            new Word("total", "Total", "应付"),
            new Word("refunded", "Refunded", "退款"),
            new Word("tendered", "Tendered", "实收"),
            new Word("change", "Change", "找零"),
            new Word("thanks", "Thank you", "谢谢惠顾"));

    static final Words EN = Words.english(ALL);
    static final Words ZH = Words.chinese(ALL);

    private ReceiptWords() {}

    /** Those of the language with that BCP 47 tag. */
    static Words of(String tag) {
        return Words.in(tag, List.of(ZH, EN), ReceiptError.INVALID_RECEIPT_FORMAT);
    }
}
