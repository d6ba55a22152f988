package com.cdhdashboard.core.period;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The period that is shown and the one it is compared with; both have a first and a last day. */
public record ComparedPeriods(Period shown, Period other) {
    private static final String BETWEEN = "..";

    public ComparedPeriods {
        requireClosed(shown);
        requireClosed(other);
        if (shown.equals(other)) {
            throw new IllegalArgumentException("a period is not compared with itself");
        }
    }

    private static void requireClosed(Period period) {
        requireNonNull(period, "period");
        if (period.from().isEmpty() || period.to().isEmpty()) {
            throw new IllegalArgumentException("a period that is compared has two ends: " + period.text());
        }
    }

    /** How files and programs tell the rows of a period, such as {@code 2026-10-25..2026-10-31}: in the order of time. */
    public static String value(Period period) {
        return period.from().map(LocalDate::toString).orElse("")
                + BETWEEN
                + period.to().map(LocalDate::toString).orElse("");
    }

    /** What such a value says, as people read it. */
    public static Optional<String> text(String value) {
        return parse(value).map(Period::text);
    }

    /** The period that such a value says; empty where it is none. */
    public static Optional<Period> parse(String value) {
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        int at = value.indexOf(BETWEEN);
        return Optional.of(Period.of(
                LocalDate.parse(value.substring(0, at)), LocalDate.parse(value.substring(at + BETWEEN.length()))));
    }

    /** Both as data of these dimensions can take them; empty where they cannot take both. */
    public Optional<Sides> within(List<Column> dimensions) {
        return side(shown, dimensions)
                .flatMap(left -> side(other, dimensions).map(right -> new Sides(this, left, right)));
    }

    /** Why data of these dimensions cannot take both; empty where they can. */
    public Optional<String> hindrance(String metric, List<Column> dimensions) {
        if (within(dimensions).isPresent()) {
            return Optional.empty();
        }
        return taken(dimensions)
                .map(name -> "The data of the metric \"" + metric + "\" have a column \"" + name
                        + "\" of their own, so nothing is compared.")
                .or(() -> Optional.of("The metric \"" + metric + "\" is not counted by the days of " + text()
                        + ", so nothing is compared."));
    }

    /** What the data call as a comparison would call one of its dimensions. */
    private static Optional<String> taken(List<Column> dimensions) {
        return dimensions.stream()
                .filter(column -> !column.derived() && ComparedCubes.names(column.name()))
                .map(Column::name)
                .findFirst();
    }

    private static Optional<ComparedCubes.Days> side(Period period, List<Column> dimensions) {
        List<Filter> filters = Period.within(dimensions, List.of(period.filter()));
        return filters.isEmpty() || taken(dimensions).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new ComparedCubes.Days(value(period), period.from().orElseThrow(), filters.get(0)));
    }

    /** The one of the two that filters on them leave; empty where they leave both, or none. */
    public Optional<Period> alone(List<Filter> filters) {
        List<Period> left = Stream.of(shown, other)
                .filter(period -> ComparedCubes.passes(value(period), filters))
                .toList();
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    /** The filters with this period in place of the one that they say, and without those that tell the two apart. */
    public static List<Filter> only(Period period, List<Filter> filters) {
        return filters.stream()
                .filter(filter -> !filter.dimension().equals(ComparedCubes.PERIOD))
                .map(filter -> Period.isSaidBy(filter) ? period.filter() : filter)
                .toList();
    }

    /** Both periods with the conditions of their rows. */
    public record Sides(ComparedPeriods periods, ComparedCubes.Days shown, ComparedCubes.Days other) {
        /** The other one as the one that is shown. */
        public Sides turned() {
            return new Sides(
                    new ComparedPeriods(/* shown= */ periods.other(), /* other= */ periods.shown()),
                    /* shown= */ other,
                    /* other= */ shown);
        }
    }

    /** In one sentence's part, such as {@code 25–31 Oct 2026 against 18–24 Oct 2026}. */
    public String text() {
        return shown.text() + " against " + other.text();
    }
}
