package com.cdhdashboard.core.cube;

import com.cdhdashboard.core.error.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which values that filters name do not occur: a misspelt one would leave no rows, or fewer, without a word. A
 * dimension that does not exist is refused elsewhere.
 */
public final class UnknownValues {
    /** So many values of a dimension are named where nothing is spelt alike. */
    private static final int FEW = 12;
    /** So many values of a filter have a sentence of their own. */
    private static final int MOST = 5;

    private static final int LONGEST = 100;

    private UnknownValues() {}

    /**
     * The sentences, such as {@code Channel has no value "Webb"; did you mean "Web"?}.
     *
     * @param known every value of a dimension, whatever is filtered, some more than once; empty for a dimension that does not exist
     */
    public static List<String> of(List<Filter> filters, Function<String, Optional<List<ValueCount>>> known) {
        return filters.stream()
                .filter(filter ->
                        filter.parts().stream().anyMatch(part -> part.operator().isListed()))
                .flatMap(filter ->
                        known.apply(filter.dimension()).stream().flatMap(values -> of(filter, values).stream()))
                .toList();
    }

    private static List<String> of(Filter filter, List<ValueCount> known) {
        List<String> labels = known.stream()
                .map(value -> Values.label(value.value()))
                .distinct()
                .toList();
        Set<String> existing = Set.copyOf(labels);
        List<String> unknown = filter.parts().stream()
                .map(part -> Values.label(part.value().orElse(null)))
                .filter(label -> !existing.contains(label))
                .toList();
        List<String> notes = new ArrayList<>();
        unknown.stream()
                .limit(MOST)
                .map(label -> filter.dimension() + " has no value \"" + shortened(label) + "\"" + ending(label, labels))
                .forEach(notes::add);
        if (unknown.size() > MOST) {
            notes.add(filter.dimension() + " has none of " + (unknown.size() - MOST) + " further values.");
        }
        return notes;
    }

    private static String shortened(String label) {
        return label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label;
    }

    private static String ending(String label, List<String> labels) {
        String hint = DidYouMean.hint(label, labels);
        if (!hint.isEmpty()) {
            return hint;
        }
        return labels.isEmpty() || labels.size() > FEW
                ? "."
                : labels.stream().collect(Collectors.joining(", ", "; there are ", "."));
    }
}
