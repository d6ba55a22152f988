package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.DescriptiveScores;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Score.Format;
import com.cdhdashboard.core.metric.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a number on a page is: the meaning of its score, the formula with the numbers of its group, and the counts
 * behind it.
 *
 * @param filled the formula with numbers and its result; only the result where the row lacks a part of the formula
 * @param behind the counts that the row has beside the number itself
 */
public record Explanation(Score score, String filled, List<Part> behind) {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    /** A count behind a number. */
    public record Part(String title, String text) {}

    public Explanation {
        requireNonNull(score, "score");
        requireNonNull(filled, "filled");
        behind = List.copyOf(behind);
    }

    /**
     * Explains a score by its row.
     *
     * @param row the number of another score of the same row by name; empty where it has none
     */
    public static Explanation of(Score score, Function<String, OptionalDouble> row) {
        OptionalDouble value = row.apply(score.name());
        String result = value.isEmpty()
                ? "not available"
                        + (score.meaning().notAvailable().isEmpty()
                                ? ""
                                : ": there is none " + score.meaning().notAvailable())
                : NumberText.of(value.getAsDouble(), score.format());
        Optional<String> formula =
                value.isEmpty() ? Optional.empty() : Filling.of(score).flatMap(template -> fill(template, row));
        return new Explanation(score, formula.map(text -> text + " = " + result).orElse(result), behind(score, row));
    }

    /** All of it in one paragraph. */
    public String text() {
        StringBuilder text = new StringBuilder(score.meaning().definition());
        text.append(' ')
                .append(score.name())
                .append(" = ")
                .append(score.meaning().formula());
        text.append(". Here: ").append(filled).append('.');
        if (!behind.isEmpty()) {
            text.append(" Behind it: ")
                    .append(behind.stream()
                            .map(part -> part.text() + " " + part.title())
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return text.toString();
    }

    private static Optional<String> fill(String template, Function<String, OptionalDouble> row) {
        StringBuilder filled = new StringBuilder();
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            Optional<Score> part = Scores.find(places.group(1));
            OptionalDouble value = row.apply(places.group(1));
            if (part.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            places.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            NumberText.of(value.getAsDouble(), part.get().format())));
        }
        places.appendTail(filled);
        return Optional.of(filled.toString());
    }

    private static List<Part> behind(Score score, Function<String, OptionalDouble> row) {
        List<String> names = new ArrayList<>();
        Filling.property(score).ifPresent(column -> names.add(DescriptiveScores.name(column, DescriptiveScores.COUNT)));
        Scores.of(score.family()).stream()
                .filter(other -> other.format() == Format.COUNT)
                .map(Score::name)
                .forEach(names::add);
        return names.stream()
                .filter(name -> !name.equals(score.name()))
                .flatMap(name -> part(name, score, row).stream())
                .toList();
    }

    private static Optional<Part> part(String name, Score score, Function<String, OptionalDouble> row) {
        Optional<Score> found = Scores.find(score.family(), name).or(() -> Scores.find(name));
        OptionalDouble value = row.apply(name);
        return value.isEmpty()
                ? Optional.empty()
                : found.map(other -> new Part(
                        other.title().toLowerCase(Locale.ROOT), NumberText.of(value.getAsDouble(), Format.COUNT)));
    }
}
