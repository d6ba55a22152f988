package com.cdhdashboard.core.report.explanation;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a number on a page is: the meaning of its score, the formula with the numbers of its group, and the counts
 * behind it.
 *
 * @param filled the formula with numbers and its result; only the result where the row lacks a part of the formula;
 *     empty where no row is asked for
 * @param behind the counts that the row has beside the number itself
 */
public record Explanation(Score score, Optional<String> filled, List<Part> behind) {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    /** A count behind a number. */
    public record Part(String title, String text) {}

    /** The numbers of a row by the name of their column; empty for what is no column or not available. */
    @FunctionalInterface
    public interface Numbers {
        OptionalDouble of(String column);
    }

    public Explanation {
        requireNonNull(score, "score");
        requireNonNull(filled, "filled");
        behind = List.copyOf(behind);
    }

    /** Explains a score in general. */
    public static Explanation of(Score score) {
        return new Explanation(score, Optional.empty(), List.of());
    }

    /** Explains a score of a cube by its row. */
    public static Explanation of(Score score, Numbers row) {
        return of(score, ScoreCatalogue.of(score.family()), row);
    }

    /** Explains a score by its row, whose other numbers are in the catalogue. */
    public static Explanation of(Score score, ScoreCatalogue catalogue, Numbers row) {
        return new Explanation(score, Optional.of(filled(score, catalogue, row)), behind(score, row));
    }

    private static String filled(Score score, ScoreCatalogue catalogue, Numbers row) {
        OptionalDouble value = row.of(score.name());
        if (value.isEmpty()) {
            String when = score.meaning().notAvailable();
            return "not available" + (when.isEmpty() ? "" : ": there is none " + when);
        }
        String result = RowNumbers.of(score.name(), score.format(), row).text();
        return FormulaTemplate.of(score)
                .flatMap(template -> fill(template, catalogue, row))
                .map(formula -> equated(formula, result))
                .orElse(result);
    }

    /** The result stands before what explains a sign of the formula. A small p-value has a sign of its own. */
    private static String equated(String formula, String result) {
        String end = result.startsWith("<") ? " " + result : " = " + result;
        int remark = formula.indexOf(FormulaTemplate.REMARK);
        return remark < 0 ? formula + end : formula.substring(0, remark) + end + formula.substring(remark);
    }

    /** The described column that a number is of; empty where it is of none. */
    public static Optional<String> property(String name, ScoreCatalogue catalogue) {
        return catalogue.find(name).flatMap(FormulaTemplate::property);
    }

    /** All of it in one paragraph. */
    public String text() {
        StringBuilder text = new StringBuilder(score.meaning().definition());
        text.append(' ')
                .append(score.name())
                .append(" = ")
                .append(score.meaning().formula())
                .append('.');
        filled.ifPresent(here -> text.append(" Here: ").append(here).append('.'));
        if (!behind.isEmpty()) {
            text.append(" Behind it: ")
                    .append(behind.stream()
                            .map(part -> part.text() + " " + part.title())
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return text.toString();
    }

    private static Optional<String> fill(String template, ScoreCatalogue catalogue, Numbers row) {
        StringBuilder filled = new StringBuilder();
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            String name = places.group(1);
            if (row.of(name).isEmpty()) {
                return Optional.empty();
            }
            // Sums of a cube are no scores; all of them that formulas take are counts.
            Format format = catalogue.find(name).map(Score::format).orElse(Format.COUNT);
            places.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(RowNumbers.of(name, format, row).text()));
        }
        places.appendTail(filled);
        return Optional.of(filled.toString());
    }

    private static List<Part> behind(Score score, Numbers row) {
        List<String> names = new ArrayList<>();
        FormulaTemplate.property(score)
                .ifPresent(column -> names.add(DescriptiveScores.name(column, DescriptiveScores.COUNT)));
        Scores.of(score.family()).stream()
                .filter(other -> other.format() == Format.COUNT)
                .map(Score::name)
                .forEach(names::add);
        return names.stream()
                .filter(name -> !name.equals(score.name()))
                .flatMap(name -> part(name, score, row).stream())
                .toList();
    }

    private static Optional<Part> part(String name, Score score, Numbers row) {
        Optional<Score> found = Scores.find(score.family(), name).or(() -> Scores.find(name));
        OptionalDouble value = row.of(name);
        return value.isEmpty()
                ? Optional.empty()
                : found.map(other -> new Part(
                        other.title().toLowerCase(Locale.ROOT), NumberText.of(value.getAsDouble(), Format.COUNT)));
    }
}
