package io.storehouse.shop.catalogue;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How Chinese characters are read in Latin letters, without tones: ICU's reading first, then others that are common. */
final class Pinyin {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** All forms of ü, which keyboards have as v, and passports as u. */
    private static final Pattern UMLAUT = Pattern.compile("[üǖǘǚǜ]");

    private static final Map<Integer, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** The readings of a character, best first; none where it has no known one. */
    static List<String> of(int character) {
        return READINGS.computeIfAbsent(character, Pinyin::read);
    }

    private static List<String> read(int character) {
        String han = Character.toString(character);
        String latin = Icu.HAN_LATIN.transliterate(han).toLowerCase(Locale.ROOT).strip();
        Set<String> readings = new LinkedHashSet<>();
        if (!latin.equals(han)) {
            String composed = Normalizer.normalize(latin, Normalizer.Form.NFC);
            readings.add(plain(UMLAUT.matcher(composed).replaceAll("v")));
            readings.add(plain(composed));
        }
        readings.addAll(Polyphones.OTHERS.getOrDefault(character, List.of()));
        return new ArrayList<>(readings);
    }

    private static String plain(String latin) {
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Loaded with the first Chinese name: the tables are large. */
    private static final class Icu {
        private static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin");
    }
}
