package com.cdhdashboard.assistant.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a name, in lower case: {@code FinalPropensity} has two, and {@code ROI_score2} three. Hints are whole words,
 * so that {@code Country} counts nothing and {@code Paid} is no id.
 */
public record NameWords(List<String> words) {
    /** Between small and capital, before the last of some capitals, between letters and digits, and at signs. */
    private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
            + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})|[^\\p{L}\\p{N}]+");

    public NameWords {
        words = List.copyOf(words);
    }

    public static NameWords of(String name) {
        return new NameWords(Stream.of(SEAM.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Whether one of its words is one of these. */
    boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    /** Whether it has these words beside one another, which are parted by blanks. */
    public boolean says(String phrase) {
        return (" " + phrase() + " ").contains(" " + phrase + " ");
    }

    public String phrase() {
        return String.join(" ", words);
    }

    /** Whether it ends with one of these, which says what the thing is. */
    boolean ends(Set<String> any) {
        return !words.isEmpty() && any.contains(words.get(words.size() - 1));
    }
}
