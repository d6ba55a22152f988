package com.cdhdashboard.core.report;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the name that someone who mistyped most likely meant. */
final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean "Channel"?}, or a full stop where no name is near. */
    static String ending(String given, Collection<String> names) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int edits = edits(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            // More than a third of the letters changed is another word, not a slip.
            if (edits < least && edits * 3 <= Math.max(given.length(), name.length())) {
                least = edits;
                nearest = name;
            }
        }
        return least == Integer.MAX_VALUE ? "." : "; did you mean \"" + nearest + "\"?";
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one text of the other. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int edits(int[][] edits, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
