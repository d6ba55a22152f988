package com.cdhdashboard.assistant.number;

import com.cdhdashboard.core.metric.score.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that answers hold, to be told from numbers, and to tell which number is meant. */
final class Names {
    /** What ends the names of numbers that are told with another. */
    private static final Pattern COMPANION = Pattern.compile("(?:_ci)?_(?:low|high)$|_stat$", Pattern.CASE_INSENSITIVE);

    private final Facts facts;
    /** The scores in the answers. */
    private final Map<String, Measure> measures = new LinkedHashMap<>();

    private final Map<List<String>, Set<String>> mentioned = new HashMap<>();

    Names(Facts facts) {
        this.facts = facts;
        facts.numbers().all().forEach(fact -> {
            if (!measures.containsKey(fact.column())
                    && Scores.find(fact.column()).isPresent()) {
                measures.put(fact.column(), fact.measure());
            }
        });
    }

    /** Whether an answer or the person wrote this word. */
    boolean hasWord(String word) {
        return facts.hasWord(word);
    }

    /** Where names with digits stand in a text, each as long as it can be. */
    List<Line.Span> in(String text) {
        List<Line.Span> found = new ArrayList<>();
        if (text.chars().anyMatch(Character::isDigit)) {
            boolean[] taken = new boolean[text.length()];
            facts.names().in(text, false).stream()
                    .sorted(Comparator.comparingInt(name -> name.from() - name.to()))
                    .filter(name -> !taken[name.from()] && !taken[name.to() - 1])
                    .forEach(name -> {
                        Arrays.fill(taken, name.from(), name.to(), true);
                        found.add(new Line.Span(name.from(), name.to(), Optional.empty()));
                    });
        }
        return found;
    }

    static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, '\u0001');
        }
    }

    /** The values of a dimension that a text mentions; what has no letter is too much else to be one. */
    Set<String> mentioned(String dimension, String text) {
        return mentioned.computeIfAbsent(List.of(dimension, text), asked -> search(dimension, text));
    }

    private Set<String> search(String dimension, String text) {
        return facts.values(dimension).in(text, true).stream()
                .map(NameIndex.Found::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The score that a column is of: itself, or the one whose bound, difference or earlier value it is. */
    String scoreOf(String column) {
        return measures.keySet().stream()
                .filter(score -> column.equals(score) || column.startsWith(score + "_"))
                .map(score -> COMPANION.matcher(score).replaceFirst(""))
                .min(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The scores of one kind that a text names, as answers write them or by their titles. */
    Set<String> scores(Measure measure, String text) {
        return measures.entrySet().stream()
                .filter(each -> each.getValue() == measure)
                .map(Map.Entry::getKey)
                .filter(score -> (text.contains(score) && Words.mentions(text, score))
                        || Scores.find(score)
                                .filter(found -> Words.mentions(text, found.title()))
                                .isPresent())
                .map(this::scoreOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many different values of one dimension a text mentions, at most. */
    Set<Integer> numbersMentioned(String text) {
        return facts.values().keySet().stream()
                .map(dimension -> mentioned(dimension, text).size())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a value without letters, such as the segment 5, is spoken of by the name of its dimension. */
    boolean isValueOfNamed(String digits, String context) {
        return facts.values().entrySet().stream()
                .anyMatch(each -> each.getValue().contains(digits) && Words.mentions(context, each.getKey()));
    }
}
