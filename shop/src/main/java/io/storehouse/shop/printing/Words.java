package io.storehouse.shop.printing;

import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.ShopException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a kind of paper in one language: its own, and those of tenders, which every paper has. */
public final class Words {
    private static final Map<String, String> TENDERS =
            Map.of("cash", "Cash", "card", "Card", "gift_card", "Gift card", "external", "Other");
    private static final Map<String, String> TENDERS_IN_CHINESE =
            Map.of("cash", "现金", "card", "银行卡", "gift_card", "礼品卡", "external", "其他");

    private final String tag;
    private final Map<String, String> words;

    private Words(String tag, Map<String, String> tenders, Map<String, String> own) {
        this.tag = tag;
        this.words = new HashMap<>(tenders);
        this.words.putAll(own);
    }

    /** A paper in English. */
    public static Words english(Map<String, String> own) {
        return new Words("en", TENDERS, own);
    }

    /** A paper in Chinese. */
    public static Words chinese(Map<String, String> own) {
        return new Words("zh-CN", TENDERS_IN_CHINESE, own);
    }

    /**
     * The one in the language with that BCP 47 tag.
     *
     * @param unknown what is refused when there is none
     * @throws ShopException of that code
     */
    public static Words in(String tag, List<Words> languages, ErrorCode unknown) {
        return languages.stream()
                .filter(words -> words.tag.toLowerCase(Locale.ROOT).equals(tag.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ShopException(
                        unknown,
                        "Invalid language: '" + tag + "'; expected "
                                + languages.stream().map(Words::tag).collect(Collectors.joining(" or "))));
    }

    /** The BCP 47 tag of the language. */
    public String tag() {
        return tag;
    }

    /** The word, or the key where there is none, as for a tender that is new. */
    public String word(String key) {
        return words.getOrDefault(key, key);
    }
}
