package com.cdhdashboard.core.expression.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant. */
public final class Suggestions {
    /** Longer names are not compared: the effort grows with the square of the length. */
    private static final int MAX_LENGTH = 100;

    private Suggestions() {}

    /** The known name nearest to the one found, the first among equals; empty where none is similar. */
    public static Optional<String> nearest(String found, Collection<String> known) {
        Optional<String> best = Optional.empty();
        int least = Math.max(1, Math.min(found.length(), 12) / 3) + 1;
        for (String name : known) {
            if (name.length() <= MAX_LENGTH && Math.abs(name.length() - found.length()) < least) {
                int distance = distance(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = Optional.of(name);
                }
            }
        }
        return best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
