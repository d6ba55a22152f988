package com.cdhdashboard.assistant.privacy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Values that may not be sent and may as well be numbers, such as 7001 or 25-34, by their dimension. */
final class BareValues {
    private final Map<String, Set<String>> byDimension = new LinkedHashMap<>();

    void add(String dimension, Collection<String> values) {
        Set<String> found = new LinkedHashSet<>();
        values.stream().filter(HiddenWords::isBare).forEach(found::add);
        if (!found.isEmpty()) {
            byDimension.put(dimension, found);
        }
    }

    Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        byDimension.values().forEach(all::addAll);
        return all;
    }

    /** Those of the dimensions that a text names. */
    Set<String> namedIn(String text) {
        Set<String> named = new LinkedHashSet<>();
        byDimension.forEach((dimension, values) -> {
            if (names(text, dimension)) {
                named.addAll(values);
            }
        });
        return named;
    }

    /** Those that are among some texts. */
    Set<String> among(Collection<String> texts) {
        Set<String> found = all();
        found.retainAll(Set.copyOf(texts));
        return found;
    }

    /** Alone, in a list, before an operator, or behind a word such as filter. */
    static boolean names(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }
}
