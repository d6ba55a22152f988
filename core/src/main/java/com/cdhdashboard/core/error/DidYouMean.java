package com.cdhdashboard.core.error;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Guesses which known word a misspelt one stands for; letter case is ignored.
 *
 * <p>Slips of the finger (few letters added, lost, changed or swapped) win over mere likeness (Jaro-Winkler), so that
 * a near miss brings one suggestion rather than everything that begins alike.
 */
public final class DidYouMean {
    private static final int MOST_SUGGESTIONS = 3;
    private static final int MOST_SLIPS = 2;
    private static final int LETTERS_PER_SLIP = 3;
    private static final double ALIKE = 0.85;
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private DidYouMean() {}

    /** The known words closest to {@code word}, the best first; at most three, none where nothing comes near. */
    public static List<String> closest(String word, Collection<String> known) {
        List<Candidate> candidates =
                known.stream().map(each -> Candidate.of(word, each)).toList();
        boolean slipped = candidates.stream().anyMatch(Candidate::isSlip);
        return candidates.stream()
                .filter(slipped ? Candidate::isSlip : candidate -> candidate.likeness() > ALIKE)
                .sorted(
                        slipped
                                ? comparingInt(Candidate::slips)
                                        .thenComparing(comparingDouble(Candidate::likeness)
                                                .reversed())
                                : comparingDouble(Candidate::likeness).reversed())
                .limit(MOST_SUGGESTIONS)
                .map(Candidate::word)
                .toList();
    }

    /** The end of a message, such as {@code ; did you mean "line"?}; empty where nothing comes near. */
    public static String hint(String word, Collection<String> known) {
        List<String> closest = closest(word, known);
        return closest.isEmpty()
                ? ""
                : closest.stream().collect(Collectors.joining("\" or \"", "; did you mean \"", "\"?"));
    }

    private record Candidate(String word, int slips, double likeness, int length) {
        static Candidate of(String found, String known) {
            String a = found.toLowerCase(Locale.ROOT);
            String b = known.toLowerCase(Locale.ROOT);
            return new Candidate(
                    known, DidYouMean.slips(a, b), DidYouMean.likeness(a, b), Math.max(a.length(), b.length()));
        }

        boolean isSlip() {
            return slips <= Math.min(MOST_SLIPS, length / LETTERS_PER_SLIP);
        }
    }

    /**
     * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, changes
     * and swaps of neighbours.
     */
    static int slips(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
                least = Math.min(least, distance[i - 1][j - 1] + change);
                distance[i][j] = swapped(a, b, i, j) ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
            }
        }
        return distance[a.length()][b.length()];
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }

    /**
     * Jaro-Winkler similarity, 0 (nothing in common) to 1 (equal): the mean of m/|a|, m/|b| and (m - t)/m, where m
     * counts equal letters at most half the longer word apart and t is half the number of those out of order, raised
     * for a common beginning of up to four letters. Two empty words are equal. Source: W. E. Winkler, "String
     * Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990.
     */
    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean[] usedInB = new boolean[b.length()];
        String matchedA = matched(a, b, usedInB);
        if (matchedA.isEmpty()) {
            return 0;
        }
        int outOfOrder = 0;
        int next = 0;
        for (int j = 0; j < b.length(); j++) {
            if (usedInB[j]) {
                outOfOrder += matchedA.charAt(next) == b.charAt(j) ? 0 : 1;
                next++;
            }
        }
        double m = matchedA.length();
        double jaro = (m / a.length() + m / b.length() + (m - outOfOrder / 2.0) / m) / 3;
        return jaro + commonPrefix(a, b) * PREFIX_WEIGHT * (1 - jaro);
    }

    private static String matched(String a, String b, boolean[] usedInB) {
        int reach = Math.max(Math.max(a.length(), b.length()) / 2 - 1, 0);
        StringBuilder matched = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(b.length(), i + reach + 1); j++) {
                if (!usedInB[j] && a.charAt(i) == b.charAt(j)) {
                    usedInB[j] = true;
                    matched.append(a.charAt(i));
                    break;
                }
            }
        }
        return matched.toString();
    }

    private static int commonPrefix(String a, String b) {
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        int length = 0;
        while (length < most && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }
}
