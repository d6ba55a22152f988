package com.cdhdashboard.core.error;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

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
    private static final int LONGEST = 100;
    private static final DamerauLevenshteinDistance SLIPS = new DamerauLevenshteinDistance();
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

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

    /** That a name is none of a kind, such as {@code "Web" is not a metric. There are: engagement, clv.} */
    public static String refusal(String kind, String name, Collection<String> known) {
        String hint = hint(name, known);
        String choices = known.isEmpty() ? "There is none." : "There are: " + String.join(", ", known) + ".";
        return "\"" + name + "\" is not a " + kind + (hint.isEmpty() ? "." : hint) + " " + choices;
    }

    /**
     * The one known word nearest to {@code word}, the first among equals, also where a third of its letters are others;
     * empty where none is that near. Longer words are not compared: the effort grows with the square of the length.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        Optional<String> best = Optional.empty();
        int least = Math.max(1, Math.min(word.length(), 12) / LETTERS_PER_SLIP) + 1;
        for (String each : known) {
            if (each.length() <= LONGEST && Math.abs(each.length() - word.length()) < least) {
                int slips = Candidate.of(word, each).slips();
                if (slips < least) {
                    least = slips;
                    best = Optional.of(each);
                }
            }
        }
        return best;
    }

    private record Candidate(String word, int slips, double likeness, int length) {
        static Candidate of(String found, String known) {
            String a = found.toLowerCase(Locale.ROOT);
            String b = known.toLowerCase(Locale.ROOT);
            return new Candidate(known, SLIPS.apply(a, b), LIKENESS.apply(a, b), Math.max(a.length(), b.length()));
        }

        boolean isSlip() {
            return slips <= Math.min(MOST_SLIPS, length / LETTERS_PER_SLIP);
        }
    }
}
