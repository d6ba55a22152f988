package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.PlaceInPeriod;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.period.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
            notes.addAll(unwhole(data, grouping));
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

    private static List<String> unwhole(ReportData data, List<String> grouping) {
        if (!TimeStep.DAY.isIn(data.schema())) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        first(grouping, TimeStep::of)
                .filter(step -> step != TimeStep.DAY)
                .flatMap(step -> ends(data).flatMap(ends -> unwhole(step, ends.first(), ends.last())))
                .ifPresent(notes::add);
        first(grouping, PlaceInPeriod::of)
                .filter(place -> place != PlaceInPeriod.DAY)
                .ifPresent(place -> Stream.of(Optional.of(data), data.other())
                        .flatMap(Optional::stream)
                        .forEach(side -> unwhole(side, place).ifPresent(notes::add)));
        return notes;
    }

    private static <T> Optional<T> first(List<String> grouping, Function<String, Optional<T>> read) {
        return grouping.stream().flatMap(name -> read.apply(name).stream()).findFirst();
    }

    /** The first and the last day of the rows. */
    private record Ends(LocalDate first, LocalDate last) {}

    private static Optional<Ends> ends(ReportData data) {
        List<LocalDate> days =
                SuitedStep.days(data.narrowed(Optional.empty(), List.of()).rows(List.of(TimeStep.DAY.dimension())));
        return days.isEmpty() ? Optional.empty() : Optional.of(new Ends(days.get(0), days.get(days.size() - 1)));
    }

    static Optional<String> unwhole(TimeStep step, LocalDate first, LocalDate last) {
        return which(step.begin(first).isBefore(first), step.end(last).isAfter(last), step)
                .map(which -> "The " + reach(first, last) + ", so the " + which + " not whole.");
    }

    /** Of one of two periods that are compared, by the places within it. */
    private static Optional<String> unwhole(ReportData side, PlaceInPeriod place) {
        Period period = side.compared().orElseThrow().shown();
        LocalDate begin = period.from().orElseThrow();
        return ends(side)
                .flatMap(ends -> which(
                                place.wholeFrom(ends.first(), begin).isBefore(ends.first()),
                                place.wholeTo(ends.last(), begin).isAfter(ends.last()),
                                place.step())
                        .map(which -> "Of " + period.text() + " the " + which + " not whole: the "
                                + reach(ends.first(), ends.last()) + "."));
    }

    private static Optional<String> which(boolean begins, boolean ends, TimeStep step) {
        return Stream.of(begins ? "first" : "", ends ? "last" : "")
                .filter(word -> !word.isEmpty())
                .reduce((left, right) -> left + " and the " + right)
                .map(words -> words + " " + step.word() + (begins && ends ? " are" : " is"));
    }

    private static String reach(LocalDate first, LocalDate last) {
        return "data reach from " + day(first) + " to " + day(last);
    }

    private static String day(LocalDate day) {
        return AxisScale.text(TimeStep.DAY.column(), day);
    }
}
