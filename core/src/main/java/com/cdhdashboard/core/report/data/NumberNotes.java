package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.ConversionMetric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What readers would stumble over in numbers that are right: events in parts, and sums of steps that are not whole. */
public final class NumberNotes {
    private static final String FRACTIONS =
            "Conversions have fractions where an event with several touchpoints is shared"
                    + " equally among them (linear attribution), so that a group holds a part of it.";

    private NumberNotes() {}

    /**
     * The notes on what is drawn.
     *
     * @param grouping the dimensions, and {@code scores} the scores, of the drawing
     */
    public static List<String> of(ReportData data, List<String> grouping, List<String> scores, Table drawn) {
        List<String> notes = new ArrayList<>();
        if (scores.contains(ConversionMetric.CONVERSIONS) && hasFractions(new ScoredRows(drawn))) {
            notes.add(FRACTIONS);
        }
        if (scores.stream().anyMatch(score -> isSum(data, score))) {
            unwhole(data, grouping).ifPresent(notes::add);
        }
        return notes;
    }

    /** The note on all that the data hold, where these are conversions. */
    public static Optional<String> ofTotal(ReportData data) {
        boolean counted = data.schema().measures().stream()
                .anyMatch(measure -> measure.name().equals(ConversionMetric.CONVERSIONS));
        return counted && hasFractions(data.rows(List.of())) ? Optional.of(FRACTIONS) : Optional.empty();
    }

    private static boolean hasFractions(ScoredRows rows) {
        return rows.hasColumn(ConversionMetric.CONVERSIONS)
                && rows.numbers(ConversionMetric.CONVERSIONS).stream()
                        .anyMatch(value -> Math.abs(value - Math.rint(value)) > 1e-6);
    }

    private static boolean isSum(ReportData data, String score) {
        Format format = data.score(score).format();
        return format == Format.COUNT || format == Format.MONEY || score.equals(ConversionMetric.CONVERSIONS);
    }

    private static Optional<String> unwhole(ReportData data, List<String> grouping) {
        Optional<TimeStep> step = grouping.stream()
                .flatMap(dimension -> TimeStep.of(dimension).stream())
                .filter(found -> found != TimeStep.DAY)
                .findFirst();
        if (step.isEmpty() || !TimeStep.DAY.isIn(data.schema())) {
            return Optional.empty();
        }
        List<LocalDate> days =
                SuitedStep.days(data.narrowed(Optional.empty(), List.of()).rows(List.of(TimeStep.DAY.dimension())));
        return days.isEmpty() ? Optional.empty() : unwhole(step.get(), days.get(0), days.get(days.size() - 1));
    }

    static Optional<String> unwhole(TimeStep step, LocalDate first, LocalDate last) {
        boolean begins = step.begin(first).isBefore(first);
        boolean ends = step.end(last).isAfter(last);
        if (!begins && !ends) {
            return Optional.empty();
        }
        String which = Stream.of(begins ? "first" : "", ends ? "last" : "")
                .filter(word -> !word.isEmpty())
                .reduce((left, right) -> left + " and the " + right)
                .orElse("");
        return Optional.of("The data reach from " + day(first) + " to " + day(last) + ", so the " + which + " "
                + step.word() + (begins && ends ? " are" : " is") + " not whole.");
    }

    private static String day(LocalDate day) {
        return AxisScale.text(TimeStep.DAY.column(), day);
    }
}
