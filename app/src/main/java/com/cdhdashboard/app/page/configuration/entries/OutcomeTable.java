package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.entry.StandardOutcomes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outcomes that a metric can count, those of the data first, each with what it counts as now.
 *
 * @param known whether the data tell how often each occurs
 */
public record OutcomeTable(List<Row> rows, boolean known) {
    public static final String POSITIVE = "positive_model_response";
    public static final String NEGATIVE = "negative_model_response";

    public OutcomeTable {
        rows = List.copyOf(rows);
    }

    /**
     * An outcome.
     *
     * @param counts how often it occurs by channel, or in which channels it is usual, in words
     * @param as {@code positive}, {@code negative} or {@code none}
     */
    public record Row(String outcome, String counts, String as) {}

    /** @param counts by outcome how often it occurs in each channel, as words; empty where the data do not tell */
    public static OutcomeTable of(TomlText text, String metric, Map<String, String> counts) {
        Set<String> positive = new LinkedHashSet<>(texts(text, metric, POSITIVE));
        Set<String> negative = new LinkedHashSet<>(texts(text, metric, NEGATIVE));
        Set<String> all = new LinkedHashSet<>(counts.keySet());
        all.addAll(positive);
        all.addAll(negative);
        all.addAll(StandardOutcomes.all());
        List<Row> rows = new ArrayList<>();
        for (String outcome : all) {
            String as = positive.contains(outcome) ? "positive" : negative.contains(outcome) ? "negative" : "none";
            rows.add(new Row(outcome, words(outcome, counts), as));
        }
        return new OutcomeTable(rows, !counts.isEmpty());
    }

    private static String words(String outcome, Map<String, String> counts) {
        String found = counts.get(outcome);
        String usual = StandardOutcomes.channelsOf(outcome).stream().collect(Collectors.joining(", "));
        if (found != null) {
            return found;
        }
        String standard = usual.isEmpty() ? "" : "usual in " + usual;
        return counts.isEmpty() ? standard : "not in the data" + (standard.isEmpty() ? "" : "; " + standard);
    }

    private static List<String> texts(TomlText text, String metric, String key) {
        return text.value(List.of("metrics", metric, key)).filter(List.class::isInstance).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String::valueOf)
                .toList();
    }

    /** The text in which an outcome counts as that, and as nothing else. */
    public static TomlText counted(TomlText text, String metric, String outcome, String as) {
        TomlText changed = text;
        for (String key : List.of(POSITIVE, NEGATIVE)) {
            Set<String> list = new LinkedHashSet<>(texts(text, metric, key));
            boolean belongs = key.equals(as + "_model_response");
            if (belongs ? list.add(outcome) : list.remove(outcome)) {
                changed = changed.set(List.of("metrics", metric, key), List.copyOf(list));
            }
        }
        return changed;
    }
}
