package com.cdhdashboard.core.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says which name was probably meant, and words the refusal of an unknown one. */
final class NearestName {
    private NearestName() {}

    /** "x" is not a KIND; did you mean "y"? There are: … */
    static String refusal(String kind, String name, List<String> allowed) {
        String suggestion = find(name, allowed)
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElse(".");
        String choices = allowed.isEmpty() ? "There is none." : "There are: " + String.join(", ", allowed) + ".";
        return "\"" + name + "\" is not a " + kind + suggestion + " " + choices;
    }

    /** The candidate with the fewest edits, where about a third of the letters may differ; case does not count. */
    static Optional<String> find(String name, List<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> edits(wanted, candidate.toLowerCase(Locale.ROOT)) * 3 <= candidate.length() + 1)
                .min(Comparator.comparingInt(candidate -> edits(wanted, candidate.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein distance with one row of the table at a time. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
