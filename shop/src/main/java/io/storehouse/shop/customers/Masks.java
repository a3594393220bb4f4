package io.storehouse.shop.customers;

/** How personal data look to those who may not see them: {@code 王**}, {@code 138****5678}, {@code a***@x.com}. */
final class Masks {
    static final String BIRTHDAY = "****-**-**";

    private static final int HIDDEN_DIGITS = 4;

    private Masks() {}

    static String name(String name) {
        return new StringBuilder()
                .appendCodePoint(name.codePointAt(0))
                .append("**")
                .toString();
    }

    static String email(String email) {
        return new StringBuilder()
                .appendCodePoint(email.codePointAt(0))
                .append("***")
                .append(email.substring(email.lastIndexOf('@')))
                .toString();
    }

    /** Of a number within its country, so that at least four digits are hidden however short it is. */
    static String phone(String e164) {
        String digits = Phones.national(e164);
        int tail = digits.length() >= 10 ? 4 : Math.min(2, Math.max(0, digits.length() - HIDDEN_DIGITS));
        int head = Math.min(3, Math.max(0, digits.length() - tail - HIDDEN_DIGITS));
        return digits.substring(0, head) + "****" + digits.substring(digits.length() - tail);
    }
}
