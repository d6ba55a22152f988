package com.cdhdashboard.core.period;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    private static Optional<ComparedCubes.Days> side(Period period, List<Column> dimensions) {
        boolean taken = dimensions.stream().anyMatch(column -> column.name().equals(ComparedCubes.PERIOD));
        List<Filter> filters = Period.within(dimensions, List.of(period.filter()));
        return filters.isEmpty() || taken
                ? Optional.empty()
                : Optional.of(
                        new ComparedCubes.Days(value(period), period.from().orElseThrow(), filters.get(0)));
    }

    /** Both periods with the conditions of their rows. */
    public record Sides(ComparedPeriods periods, ComparedCubes.Days shown, ComparedCubes.Days other) {}

    /** In one sentence's part, such as {@code 25–31 Oct 2026 against 18–24 Oct 2026}. */
    public String text() {
        return shown.text() + " against " + other.text();
    }
}
