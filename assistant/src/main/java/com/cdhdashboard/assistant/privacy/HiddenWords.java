package com.cdhdashboard.assistant.privacy;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Texts with what stands in their place. Within sentences the longest is found first, as whole words and, from three characters
 * on, in any case; what has no letter, or is a single character, is only found where it is the whole text.
 */
final class HiddenWords {
    private static final int IN_ANY_CASE = 3;

    private final Map<String, String> exact;
    private final Map<String, String> lower;
    private final int[] lengths;

    HiddenWords(Map<String, String> replacements) {
        this.exact = new LinkedHashMap<>(replacements);
        this.lower = new HashMap<>();
        TreeSet<Integer> found = new TreeSet<>(Comparator.reverseOrder());
        exact.forEach((word, replacement) -> {
            if (word.length() > 1 && word.chars().anyMatch(Character::isLetter)) {
                found.add(word.length());
                lower.putIfAbsent(lower(word), replacement);
            }
        });
        this.lengths = found.stream().mapToInt(length -> length).toArray();
    }

    /** What stands for the whole text. */
    Optional<String> whole(String text) {
        return Optional.ofNullable(exact.get(text));
    }

    String replace(String text) {
        if (lengths.length == 0 || text.isEmpty()) {
            return text;
        }
        String small = lower(text);
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = isEdge(text, at) ? matched(text, small, at) : 0;
            replaced.append(length == 0 ? text.substring(at, at + 1) : replacement(text, small, at, at + length));
            at += Math.max(1, length);
        }
        return replaced.toString();
    }

    private int matched(String text, String small, int from) {
        for (int length : lengths) {
            int to = from + length;
            if (to <= text.length() && isEdge(text, to) && find(text, small, from, to) != null) {
                return length;
            }
        }
        return 0;
    }

    private String replacement(String text, String small, int from, int to) {
        return Optional.ofNullable(find(text, small, from, to)).orElseThrow();
    }

    private @Nullable String find(String text, String small, int from, int to) {
        String same = exact.get(text.substring(from, to));
        return same == null && to - from >= IN_ANY_CASE ? lower.get(small.substring(from, to)) : same;
    }

    /** Whether no word goes on here. */
    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** Character by character, so that places stay the same. */
    private static String lower(String text) {
        char[] small = text.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = Character.toLowerCase(small[i]);
        }
        return new String(small);
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(exact);
    }
}
