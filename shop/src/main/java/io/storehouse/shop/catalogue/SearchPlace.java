package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A place in the order of search results. */
record SearchPlace(int kind, String token, String sku) {
    private static final int PARTS = 3;
    private static final Pattern KIND = Pattern.compile("[0-9]{1,3}");

    /** The place as clients send it back. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + "\n" + token + "\n" + sku).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that {@link #text} wrote.
     *
     * @throws ShopException {@code unreadable}
     */
    static SearchPlace of(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", PARTS);
            if (parts.length == PARTS && KIND.matcher(parts[0]).matches()) {
                int kind = Integer.parseInt(parts[0]);
                if (kind < SearchTokens.Match.values().length) {
                    return new SearchPlace(kind, parts[1], parts[2]);
                }
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static ShopException unreadable(String text) {
        return new ShopException(CommonError.UNREADABLE, "Invalid place in a list: '" + text + "'");
    }
}
