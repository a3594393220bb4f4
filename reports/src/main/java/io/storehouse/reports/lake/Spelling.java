package io.storehouse.reports.lake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a misspelt name may have meant. */
final class Spelling {
    private static final int SHOWN = 3;

    private Spelling() {}

    static String hint(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> near = known.stream()
                .filter(candidate -> near(wanted, candidate))
                .sorted(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
                .limit(SHOWN)
                .toList();
        if (near.isEmpty()) {
            return "query --tables lists them";
        }
        return "did you mean " + String.join(" or ", near) + "?";
    }

    private static boolean near(String wanted, String candidate) {
        return candidate.contains(wanted)
                || wanted.contains(candidate)
                || distance(wanted, candidate) <= Math.max(2, candidate.length() / 3);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
