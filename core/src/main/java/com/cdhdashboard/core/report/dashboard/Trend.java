package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.data.SuitedStep;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The trend of a metric over time and the two periods a change compares.
 *
 * <p>A period that a reader compares with another is compared with that. One that was chosen alone is compared with the one
 * as long before it, where the data reach back so far. Else, by days,
 * the latest period is the last thirty days of the data shown, or half of them where there are fewer than sixty; the one
 * before is as long and ends where the latest begins. By months, it is the last month and the one before.
 */
final class Trend {
    private static final int PERIOD_DAYS = 30;

    private final ReportData data;
    private final Optional<TimeStep> time;

    Trend(ReportData data) {
        this.data = data;
        this.time = TimeStep.finest(data.schema()).filter(finest -> finest == TimeStep.DAY || finest == TimeStep.MONTH);
    }

    /**
     * The latest period and the one before it.
     *
     * @param all what is shown beside the two; empty where the latest is all that is shown
     */
    record Comparison(Stretch latest, Stretch before, Optional<String> all) {
        /** The days or months that are compared. */
        String dates() {
            return latest.dates() + " against " + before.dates();
        }

        /** Where they are known by days. */
        Optional<ComparedPeriods> days() {
            return latest.days().flatMap(shown -> before.days().map(other -> new ComparedPeriods(shown, other)));
        }
    }

    /**
     * A stretch of time, both ends included, and its numbers.
     *
     * @param days its days; empty where the data tell months alone
     */
    record Stretch(String text, String dates, ReportData data, Filter filter, Optional<Period> days) {
        ScoredRows rows() {
            return data.rows(List.of(), List.of(filter));
        }
    }

    /** Rows by whichever step suits the data, oldest first; empty where they hold neither days nor months. */
    Optional<ScoredRows> rows() {
        return time.flatMap(finest -> SuitedStep.of(data, Optional.empty(), SuitedStep.MOST_BESIDE_NUMBER))
                .map(step -> data.rows(List.of(step.dimension())));
    }

    /** The first and last day shown; empty where days are not known. */
    List<LocalDate> days() {
        return time.filter(finest -> finest == TimeStep.DAY)
                .map(day -> SuitedStep.days(data.rows(List.of(day.dimension()))))
                .orElse(List.of());
    }

    /** Empty where the data hold no two periods to compare; {@link #noComparison} says why. */
    Optional<Comparison> comparison() {
        return data.sides()
                .map(this::asked)
                .or(() -> time.flatMap(finest -> finest == TimeStep.DAY ? byDay() : byMonth()));
    }

    String noComparison() {
        return time.isEmpty()
                ? "No change: the metric has neither Day nor Month in its group_by."
                : "No change: the data cover too short a time to compare two periods.";
    }

    /** The periods that a reader wants to compare, whatever of them the data hold. */
    private Comparison asked(ComparedPeriods.Sides sides) {
        return new Comparison(
                asked(data, sides.periods().shown(), sides.shown().filter()),
                asked(
                        data.other().orElse(data),
                        sides.periods().other(),
                        sides.other().filter()),
                Optional.empty());
    }

    private static Stretch asked(ReportData of, Period period, Filter filter) {
        return new Stretch("for " + period.text(), period.text(), of, filter, Optional.of(period));
    }

    private Optional<Comparison> byDay() {
        List<LocalDate> days = days();
        return days.isEmpty()
                ? Optional.empty()
                : chosen(days).or(() -> halves(days.get(0), days.get(days.size() - 1)));
    }

    private Optional<Comparison> chosen(List<LocalDate> days) {
        if (data.period().isEmpty()) {
            return Optional.empty();
        }
        ReportData whole = data.ofAllDays();
        List<LocalDate> all = SuitedStep.days(whole.rows(List.of(TimeStep.DAY.dimension())));
        LocalDate from = start(data.period().get(), days.get(0));
        Period shown = Period.of(from, days.get(days.size() - 1));
        Period before = shown.before().orElseThrow();
        return all.get(0).isAfter(before.from().orElseThrow())
                ? Optional.empty()
                : Optional.of(new Comparison(
                        stretch(whole, shown, "in the period"),
                        stretch(whole, before, before(before)),
                        Optional.empty()));
    }

    /** Where a chosen period begins, though its first days may have no rows. */
    private static LocalDate start(Filter.Range period, LocalDate first) {
        return period.from()
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse)
                .orElse(first);
    }

    private Optional<Comparison> halves(LocalDate first, LocalDate last) {
        long span = ChronoUnit.DAYS.between(first, last) + 1;
        long length = Math.min(PERIOD_DAYS, span / 2);
        if (!(length >= 1)) {
            return Optional.empty();
        }
        LocalDate middle = last.minusDays(length);
        String latest = length == 1 ? "on the last day" : "in the last " + NumberText.count(length) + " days";
        return Optional.of(new Comparison(
                stretch(data, Period.of(middle.plusDays(1), last), latest),
                stretch(data, Period.of(middle.minusDays(length - 1), middle), "before"),
                Optional.of("all " + NumberText.count(span) + " days")));
    }

    private static String before(Period before) {
        LocalDate first = before.from().orElseThrow();
        long length = ChronoUnit.DAYS.between(first, before.to().orElseThrow()) + 1;
        return length == 1 ? "on the day before" : "in the " + NumberText.count(length) + " days before";
    }

    private Optional<Comparison> byMonth() {
        List<YearMonth> months =
                data.rows(List.of(TimeStep.MONTH.dimension())).distinct(TimeStep.MONTH.dimension()).stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .filter(text -> text.matches("\\d{4}-(0[1-9]|1[0-2])"))
                        .map(YearMonth::parse)
                        .toList();
        if (months.size() < 2) {
            return Optional.empty();
        }
        YearMonth last = months.get(months.size() - 1);
        return months.contains(last.minusMonths(1))
                ? Optional.of(new Comparison(
                        monthStretch(last),
                        monthStretch(last.minusMonths(1)),
                        Optional.of("all " + NumberText.count(months.size()) + " months")))
                : Optional.empty();
    }

    private static Stretch stretch(ReportData of, Period days, String words) {
        return new Stretch(words, days.text(), of, days.filter(), Optional.of(days));
    }

    private Stretch monthStretch(YearMonth month) {
        String name = TimeStep.MONTH.dimension();
        String text = AxisScale.text(data.schema().dimension(name).orElseThrow(), month.toString());
        Filter filter = Filter.In.of(name, List.of(Optional.of(month.toString())));
        return new Stretch("in " + text, text, data, filter, Optional.empty());
    }
}
