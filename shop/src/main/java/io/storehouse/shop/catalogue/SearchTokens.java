package io.storehouse.shop.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a product is found by: each tail of its name and of the name's pinyin, so that a search for any part of them is one
 * range of an index. Tokens have at most {@link #LENGTH} characters.
 */
final class SearchTokens {
    static final int LENGTH = 48;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_READINGS = 8;

    private final Map<String, Match> tokens = new TreeMap<>();

    private SearchTokens() {}

    /** Of all matches, as a list in SQL. */
    static final String KINDS = Stream.of(Match.values())
            .map(match -> Integer.toString(match.kind()))
            .collect(Collectors.joining(", "));

    /** How a token belongs to its product, best first; the number is kept in the index. */
    enum Match {
        CODE(0),
        BARCODE(1),
        NAME(2),
        WORD(3),
        INITIALS(4),
        PINYIN(5),
        WITHIN_NAME(6),
        WITHIN_INITIALS(7),
        WITHIN_PINYIN(8);

        private final int kind;

        Match(int kind) {
            this.kind = kind;
        }

        int kind() {
            return kind;
        }

        static Match of(int kind) {
            return values()[kind];
        }
    }

    /** The tokens of a product, each with its best match. */
    static Map<String, Match> of(Product product, Collection<Barcode> barcodes) {
        SearchTokens found = new SearchTokens();
        found.add(normal(product.sku()), Match.CODE);
        for (Barcode barcode : barcodes) {
            found.add(normal(barcode.code()), Match.BARCODE);
            found.add(normal(Barcode.canonical(barcode.code())), Match.BARCODE);
        }
        String name = normal(product.name());
        found.name(name);
        if (name.codePoints().anyMatch(Pinyin::isHan)) {
            found.pinyin(name);
        }
        return found.tokens;
    }

    /** Text as it is compared: width, case and spaces do not count. */
    static String normal(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    static String cut(String token) {
        if (token.length() <= LENGTH) {
            return token;
        }
        int end = Character.isHighSurrogate(token.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return token.substring(0, end);
    }

    private void add(String token, Match match) {
        String cut = cut(token).stripTrailing();
        if (!cut.isEmpty()) {
            tokens.merge(cut, match, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    private void name(String name) {
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            if (name.charAt(at) != ' ') {
                boolean word = at > 0 && !Character.isLetterOrDigit(name.codePointBefore(at));
                add(name.substring(at), at == 0 ? Match.NAME : word ? Match.WORD : Match.WITHIN_NAME);
            }
        }
    }

    /** Tails begin at each Chinese character, and where other letters or digits begin. */
    private void pinyin(String name) {
        List<Syllable> syllables = syllables(name);
        for (int at = 0; at < syllables.size(); at++) {
            if (at > 0 && !syllables.get(at).han() && !syllables.get(at - 1).han()) {
                continue;
            }
            List<Syllable> tail = syllables.subList(at, syllables.size());
            boolean start = at == 0;
            spell(tail, Syllable::initials)
                    .forEach(token -> add(token, start ? Match.INITIALS : Match.WITHIN_INITIALS));
            spell(tail, Syllable::readings).forEach(token -> add(token, start ? Match.PINYIN : Match.WITHIN_PINYIN));
        }
    }

    private static List<Syllable> syllables(String name) {
        List<Syllable> syllables = new ArrayList<>();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(character -> {
            boolean han = Pinyin.isHan(character);
            List<String> readings = han ? Pinyin.of(character) : List.of();
            syllables.add(new Syllable(han, readings.isEmpty() ? List.of(Character.toString(character)) : readings));
        });
        return syllables;
    }

    /** All spellings up to the length of a token, of which no more than some are kept. */
    private static Set<String> spell(List<Syllable> syllables, Function<Syllable, List<String>> parts) {
        Set<String> spellings = Set.of("");
        for (Syllable syllable : syllables) {
            if (spellings.stream().allMatch(spelling -> spelling.length() >= LENGTH)) {
                break;
            }
            Set<String> longer = new LinkedHashSet<>();
            for (String part : parts.apply(syllable)) {
                for (String spelling : spellings) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(cut(spelling + part));
                    }
                }
            }
            spellings = longer;
        }
        return spellings;
    }

    private record Syllable(boolean han, List<String> readings) {
        List<String> initials() {
            return han
                    ? readings.stream()
                            .map(reading -> reading.substring(0, reading.offsetByCodePoints(0, 1)))
                            .distinct()
                            .toList()
                    : readings;
        }
    }
}
