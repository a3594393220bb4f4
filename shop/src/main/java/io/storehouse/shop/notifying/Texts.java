package io.storehouse.shop.notifying;

import io.storehouse.shop.receipts.ReceiptPage;

/** The words of messages. */
final class Texts {
    private static final int LONGEST_STORE = 30;

    private Texts() {}

    /** A short text, whole in itself. */
    static String shortText(NoticeKind kind, Language language, ReceiptPage receipt) {
        return pattern(kind, language, receipt.voided())
                .formatted(shortened(receipt.store()), receipt.total(), plain(receipt.number()), receipt.date());
    }

    /** The subject of an e-mail. */
    static String subject(NoticeKind kind, Language language, ReceiptPage receipt) {
        String what = switch (kind) {
            case ORDER_PAID -> language == Language.ZH ? "购物小票" : "Receipt";
            case RETURN_ACCEPTED -> language == Language.ZH ? "退货单" : "Return";
        };
        return what + " " + plain(receipt.number()) + " · " + shortened(receipt.store());
    }

    private static String pattern(NoticeKind kind, Language language, boolean voided) {
        boolean chinese = language == Language.ZH;
        return switch (kind) {
            case ORDER_PAID -> chinese ? "【%s】感谢惠顾,实付 %s,单号 %s,%s。" : "%s: thank you. Paid %s, receipt %s, %s.";
            case RETURN_ACCEPTED ->
                voided
                        ? chinese ? "【%s】订单已作废,退款 %s,单号 %s,%s。" : "%s: sale cancelled. Refunded %s, no. %s, %s."
                        : chinese ? "【%s】退款 %s,退货单号 %s,%s。" : "%s: refunded %s, return %s, %s.";
        };
    }

    private static String shortened(String store) {
        String name = plain(store);
        int end = Math.min(name.length(), name.offsetByCodePoints(0, Math.min(LONGEST_STORE, count(name))));
        return name.substring(0, end);
    }

    private static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** On one line, without what a mail server or a phone would take for a command. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ").strip();
    }
}
