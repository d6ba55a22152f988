package com.cdhdashboard.assistant.privacy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Texts with what stands in their place. Within sentences the longest is found first, as whole words and, from three characters
 * on, in any case. What has no letter, or is a single character, may be a number: it is found where it is the whole text, and
 * within sentences where it is said to be meant.
 */
final class HiddenWords {
    private static final int IN_ANY_CASE = 3;
    private static final String WITHIN_NUMBERS = ".,:/+-";

    private final Map<String, String> exact;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> lower = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    HiddenWords(Map<String, String> replacements) {
        this.exact = new LinkedHashMap<>(replacements);
        exact.forEach((word, replacement) -> {
            if (isWord(word)) {
                lengths.add(word.length());
                words.put(word, replacement);
                lower.putIfAbsent(lower(word), replacement);
            }
        });
    }

    private static boolean isWord(String text) {
        return text.length() > 1 && text.chars().anyMatch(Character::isLetter);
    }

    /** Whether it may be a number of a sentence. */
    static boolean isBare(String text) {
        return !isWord(text) && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** What stands for the whole text. */
    Optional<String> whole(String text) {
        return Optional.ofNullable(exact.get(text));
    }

    String replace(String text) {
        return replace(text, Set.of());
    }

    /** @param bare texts that may be numbers, and are meant where they stand as words */
    String replace(String text, Set<String> bare) {
        int[] tried = lengths(bare);
        if (tried.length == 0 || text.isEmpty()) {
            return text;
        }
        String small = lower(text);
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int to = at + (isEdge(text, at) ? matched(text, small, at, tried, bare) : 0);
            String found = to == at ? null : find(text, small, at, to, bare);
            to = Math.max(to, at + 1);
            replaced.append(found == null ? text.substring(at, to) : found);
            at = to;
        }
        return replaced.toString();
    }

    private int[] lengths(Set<String> bare) {
        TreeSet<Integer> all = new TreeSet<>(lengths);
        bare.forEach(each -> all.add(each.length()));
        return all.descendingSet().stream().mapToInt(length -> length).toArray();
    }

    private int matched(String text, String small, int from, int[] tried, Set<String> bare) {
        for (int length : tried) {
            if (find(text, small, from, from + length, bare) != null) {
                return length;
            }
        }
        return 0;
    }

    private @Nullable String find(String text, String small, int from, int to, Set<String> bare) {
        if (to > text.length() || !isEdge(text, to)) {
            return null;
        }
        String found = text.substring(from, to);
        if (bare.contains(found)) {
            return isPartOfNumber(text, from, to) ? null : exact.get(found);
        }
        String same = words.get(found);
        return same == null && to - from >= IN_ANY_CASE ? lower.get(small.substring(from, to)) : same;
    }

    /** Whether digits go on beyond a sign, or it is a percentage. */
    private static boolean isPartOfNumber(String text, int from, int to) {
        boolean before = from > 1
                && WITHIN_NUMBERS.indexOf(text.charAt(from - 1)) >= 0
                && Character.isDigit(text.charAt(from - 2));
        boolean after = to + 1 < text.length()
                && WITHIN_NUMBERS.indexOf(text.charAt(to)) >= 0
                && Character.isDigit(text.charAt(to + 1));
        return before || after || text.startsWith("%", to) || text.startsWith(" %", to);
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
