package com.cdhdashboard.assistant.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names by the words that they begin with, so that those in a text are found by its words, however many names there are. */
final class NameIndex {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** The longest first; keys are the first word, or the first two. */
    private final Map<String, List<Name>> names = new HashMap<>();

    /** A name, and how many characters stand before its first word. */
    private record Name(String text, int before) {}

    /** Where a name stands. */
    record Found(String name, int from, int to) {}

    /** @param texts those without a letter are left out, as they are too much else */
    NameIndex(Set<String> texts) {
        texts.stream()
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(this::add);
    }

    private void add(String text) {
        Matcher words = WORD.matcher(text);
        if (words.find()) {
            int before = words.start();
            String first = lower(words.group());
            String key = words.find() ? first + ' ' + lower(words.group()) : first;
            names.computeIfAbsent(key, none -> new ArrayList<>()).add(new Name(text, before));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * The names in a text as whole words, in order.
     *
     * @param anyCase whether small and capital letters are the same
     */
    List<Found> in(String text, boolean anyCase) {
        List<Found> found = new ArrayList<>();
        if (names.isEmpty()) {
            return found;
        }
        Matcher words = WORD.matcher(text);
        String last = "";
        int start = -1;
        while (words.find()) {
            String word = lower(words.group());
            if (start >= 0) {
                match(last + ' ' + word, text, start, anyCase, found);
            }
            match(word, text, words.start(), anyCase, found);
            last = word;
            start = words.start();
        }
        return found;
    }

    private void match(String key, String text, int word, boolean anyCase, List<Found> found) {
        for (Name name : names.getOrDefault(key, List.of())) {
            int from = word - name.before();
            int to = from + name.text().length();
            boolean same = from >= 0
                    && text.regionMatches(
                            anyCase, from, name.text(), 0, name.text().length());
            if (same && isEdge(text, from) && isEdge(text, to)) {
                found.add(new Found(name.text(), from, to));
            }
        }
    }

    private static boolean isEdge(String text, int at) {
        return at == 0
                || at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** The words of all names. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        names.values()
                .forEach(several -> several.forEach(
                        name -> WORD.matcher(name.text()).results().forEach(word -> words.add(lower(word.group())))));
        return words;
    }
}
