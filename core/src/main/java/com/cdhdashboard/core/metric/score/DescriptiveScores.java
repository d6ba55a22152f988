package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the scores of described columns mean. */
public final class DescriptiveScores {
    /** The score that every column has, numeric or not. */
    public static final String COUNT = "Count";

    /** Scores made from {@code Summary.Moments}. */
    public static final List<String> OF_MOMENTS = List.of("Sum", "Mean", "Var", "Std", "Min", "Max");
    /** Scores made from {@code Summary.Quantiles}. */
    public static final List<String> OF_QUANTILES = List.of("Median", "p25", "p75", "p90", "p95", "Skew");

    private static final String NO_VALUES = "when the group has no values";
    private static final String QUANTILE = "F⁻¹(%s) by linear interpolation between neighbours";
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(COUNT, new Meaning("Values", "The number of rows with a value.", "n", "")),
            Map.entry("Sum", new Meaning("Sum", "The sum of the values.", "Σ x", NO_VALUES)),
            Map.entry("Mean", new Meaning("Mean", "The average of the values.", "Σ x / n", NO_VALUES)),
            Map.entry(
                    "Var",
                    new Meaning(
                            "Variance",
                            "The mean squared distance from the mean, with n − 1 in place of n.",
                            "Σ (x − mean)² / (n − 1)",
                            "unless the group has two values or more")),
            Map.entry(
                    "Std",
                    new Meaning(
                            "Standard deviation",
                            "How far values typically lie from their mean.",
                            "√Var",
                            "unless the group has two values or more")),
            Map.entry("Min", new Meaning("Minimum", "The smallest value.", "min x", NO_VALUES)),
            Map.entry("Max", new Meaning("Maximum", "The largest value.", "max x", NO_VALUES)),
            Map.entry("Median", quantile("Median", "half", "0.5")),
            Map.entry("p25", quantile("25th percentile", "a quarter", "0.25")),
            Map.entry("p75", quantile("75th percentile", "three quarters", "0.75")),
            Map.entry("p90", quantile("90th percentile", "nine tenths", "0.9")),
            Map.entry("p95", quantile("95th percentile", "19 in 20", "0.95")),
            Map.entry(
                    "Skew",
                    new Meaning(
                            "Skewness",
                            "Which side of the median the quartiles lie further out on (Bowley), from −1 to 1; positive where"
                                    + " large values spread wider.",
                            "(p75 + p25 − 2·Median) / (p75 − p25)",
                            "when both quartiles are equal")));

    private DescriptiveScores() {}

    private static Meaning quantile(String title, String part, String share) {
        return new Meaning(
                title,
                "The value that " + part + " of the values do not exceed.",
                QUANTILE.formatted(share),
                NO_VALUES);
    }

    /** All scores a column may have. */
    public static List<String> names() {
        return Stream.of(List.of(COUNT), OF_MOMENTS, OF_QUANTILES)
                .flatMap(List::stream)
                .toList();
    }

    /** The name of a column's score in answers. */
    public static String name(String column, String score) {
        return column + "_" + score;
    }

    /** What a score is called, whatever column it is of. */
    public static String title(String score) {
        return meaning(score).title();
    }

    private static Meaning meaning(String score) {
        Meaning meaning = MEANINGS.get(score);
        if (meaning == null) {
            throw new IllegalArgumentException("not a score of a column: " + score);
        }
        return meaning;
    }

    public static Score rows() {
        return new Score(
                COUNT,
                Family.DESCRIPTIVE,
                new Meaning("Rows", "The number of rows of the group, whatever their outcome.", "n", ""),
                ResponseScores.count("rows", Direction.NEUTRAL));
    }

    /** All scores of a column, numeric or not. */
    public static List<Score> of(String column) {
        return names().stream().map(score -> of(column, score)).toList();
    }

    public static Score of(String column, String score) {
        Meaning meaning = meaning(score);
        return new Score(
                name(column, score),
                Family.DESCRIPTIVE,
                new Meaning(
                        DimensionTitle.of(column) + ", " + meaning.title().toLowerCase(Locale.ROOT),
                        meaning.definition(),
                        meaning.formula(),
                        meaning.notAvailable()),
                display(score));
    }

    private static Display display(String score) {
        return switch (score) {
            case COUNT -> ResponseScores.count("values", Direction.NEUTRAL);
            case "Skew" -> new Display(Format.NUMBER, "", Direction.NEUTRAL, OptionalDouble.of(0));
            default -> new Display(Format.NUMBER, "", Direction.NEUTRAL, OptionalDouble.empty());
        };
    }

    /** The score that a name in an answer ends with, if any. */
    static Optional<Score> find(String name) {
        int end = name.lastIndexOf('_');
        return end > 0 && MEANINGS.containsKey(name.substring(end + 1))
                ? Optional.of(of(name.substring(0, end), name.substring(end + 1)))
                : Optional.empty();
    }
}
