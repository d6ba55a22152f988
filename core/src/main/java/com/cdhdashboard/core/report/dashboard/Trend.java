package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The trend of a metric over time and the two periods a change compares.
 *
 * <p>By days, the latest period is the last thirty days of the data, or half of them where there are fewer than sixty;
 * the one before is as long and ends where the latest begins. By months, it is the last month and the one before.
 */
final class Trend {
    private static final int PERIOD_DAYS = 30;
    /** A trend of more days than this is shown by month. */
    private static final int MOST_DAYS = 92;

    private final ReportData data;
    private final Optional<TimeDimension> time;

    Trend(ReportData data) {
        this.data = data;
        this.time = TimeDimension.finest(data.schema())
                .filter(finest -> finest == TimeDimension.DAY || finest == TimeDimension.MONTH);
    }

    /** The latest period and the one before it. */
    record Comparison(Period latest, Period before) {
        String meaning() {
            return latest.text() + " against " + before.text();
        }
    }

    /** A stretch of time, both ends included. */
    record Period(String text, Filter filter) {}

    /** Rows by day or month, whichever suits the span, oldest first; empty where the data hold neither. */
    Optional<ScoredRows> rows() {
        return time.map(finest -> {
            ScoredRows rows = data.rows(List.of(finest.column()));
            List<LocalDate> days = days(rows);
            boolean many = !days.isEmpty() && span(days) > MOST_DAYS && TimeDimension.MONTH.isIn(data.schema());
            return many ? data.rows(List.of(TimeDimension.MONTH.column())) : rows;
        });
    }

    /** Empty where the data hold no two periods to compare; {@link #noComparison} says why. */
    Optional<Comparison> comparison() {
        return time.flatMap(finest -> finest == TimeDimension.DAY ? byDay() : byMonth());
    }

    String noComparison() {
        return time.isEmpty()
                ? "No change: the metric has neither Day nor Month in its group_by."
                : "No change: the data cover too short a time to compare two periods.";
    }

    private Optional<Comparison> byDay() {
        List<LocalDate> days = days(data.rows(List.of(TimeDimension.DAY.column())));
        if (days.isEmpty()) {
            return Optional.empty();
        }
        long length = Math.min(PERIOD_DAYS, span(days) / 2);
        if (!(length >= 1)) {
            return Optional.empty();
        }
        LocalDate last = days.get(days.size() - 1);
        LocalDate middle = last.minusDays(length);
        return Optional.of(
                new Comparison(dayPeriod(middle.plusDays(1), last), dayPeriod(middle.minusDays(length - 1), middle)));
    }

    private Optional<Comparison> byMonth() {
        List<YearMonth> months =
                data.rows(List.of(TimeDimension.MONTH.column())).distinct(TimeDimension.MONTH.column()).stream()
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
                ? Optional.of(new Comparison(monthPeriod(last), monthPeriod(last.minusMonths(1))))
                : Optional.empty();
    }

    private Period dayPeriod(LocalDate from, LocalDate to) {
        String name = TimeDimension.DAY.column();
        String end = text(to);
        String text = from.equals(to) ? end : text(from) + " – " + end;
        return new Period(text, new Filter.Range(name, Optional.of(from.toString()), Optional.of(to.toString())));
    }

    private Period monthPeriod(YearMonth month) {
        String name = TimeDimension.MONTH.column();
        return new Period(
                AxisScale.text(data.schema().dimension(name).orElseThrow(), month.toString()),
                Filter.In.of(name, List.of(Optional.of(month.toString()))));
    }

    private String text(LocalDate day) {
        return AxisScale.text(
                data.schema().dimension(TimeDimension.DAY.column()).orElseThrow(), day);
    }

    private static List<LocalDate> days(ScoredRows rows) {
        String day = TimeDimension.DAY.column();
        return rows.hasColumn(day)
                ? rows.distinct(day).stream()
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast)
                        .toList()
                : List.of();
    }

    private static long span(List<LocalDate> days) {
        return ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1)) + 1;
    }
}
