package io.storehouse.shop.receipts;

import io.storehouse.shop.problems.ShopException;
import java.util.Locale;
import java.util.Map;

/** The words of a receipt in one language. */
enum Words {
    EN(
            "en",
            Map.ofEntries(
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
                    Map.entry("change", "Change"),
                    Map.entry("cash", "Cash"),
                    Map.entry("card", "Card"),
                    Map.entry("external", "Other"),
                    Map.entry("thanks", "Thank you"))),
    ZH(
            "zh-CN",
            Map.ofEntries(
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
                    Map.entry("cash", "现金"),
                    Map.entry("card", "银行卡"),
                    Map.entry("external", "其他"),
                    Map.entry("thanks", "谢谢惠顾")));

    private final String tag;
    private final Map<String, String> words;

    Words(String tag, Map<String, String> words) {
        this.tag = tag;
        this.words = words;
    }

    /** The language with that BCP 47 tag. */
    static Words of(String tag) {
        for (Words language : values()) {
            if (language.tag.toLowerCase(Locale.ROOT).equals(tag.toLowerCase(Locale.ROOT))) {
                return language;
            }
        }
        throw new ShopException(
                ReceiptError.INVALID_RECEIPT_FORMAT, "Invalid language: '" + tag + "'; expected zh-CN or en");
    }

    String tag() {
        return tag;
    }

    /** The word, or the key where there is none, as for a tender that is new. */
    String word(String key) {
        return words.getOrDefault(key, key);
    }
}
