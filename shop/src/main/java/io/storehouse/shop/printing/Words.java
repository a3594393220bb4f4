package io.storehouse.shop.printing;

import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a kind of paper in one language: its own, and those of tenders, which every paper has. */
public final class Words {
    private static final List<Word> TENDERS = List.of(
            new Word("cash", "Cash", "现金"),
            new Word("card", "Card", "银行卡"),
            new Word("gift_card", "Gift card", "礼品卡"),
            new Word("external", "Other", "其他"));

    private final String tag;
    private final Map<String, String> words;

    private Words(String tag, List<Word> own, Function<Word, String> language) {
        this.tag = tag;
        this.words = Stream.concat(TENDERS.stream(), own.stream()).collect(Collectors.toMap(Word::key, language));
    }

    /** A word in every language, so that none can lack it. */
    public record Word(String key, String english, String chinese) {}

    /** A paper in English. */
    public static Words english(List<Word> own) {
        return new Words("en", own, Word::english);
    }

    /** A paper in Chinese. */
    public static Words chinese(List<Word> own) {
        return new Words("zh-CN", own, Word::chinese);
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
