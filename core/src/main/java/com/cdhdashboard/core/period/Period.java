package com.cdhdashboard.core.period;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.PlaceInPeriod;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days that follow one another, both ends included; an absent end is open. The earlier end is the first. */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** The dimension whose range is the period of a page. */
    public static final String DAY = "Day";

    private static final String MONTH = "Month";
    private static final ValueRange YEARS = ValueRange.of(1, 9999);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    public Period {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException(from.get() + " is after " + to.get());
        }
    }

    /** From one day to another, both included. */
    public static Period of(LocalDate first, LocalDate last) {
        return new Period(Optional.of(first), Optional.of(last));
    }

    /** Whether a filter says a period; one that asks for single days says none. */
    public static boolean isSaidBy(Filter filter) {
        return filter instanceof Filter.Range range && range.dimension().equals(DAY);
    }

    /**
     * What the filters say, whichever of its ends stands first; empty where they say none, or no days.
     *
     * @throws UserException where they say a day of a year that is not reckoned with
     */
    public static Optional<Period> in(List<Filter> filters) {
        return filters.stream()
                .filter(Period::isSaidBy)
                .map(Filter.Range.class::cast)
                .findFirst()
                .flatMap(Period::of);
    }

    /**
     * A day of the years that are reckoned with, before which a period still has days.
     *
     * @param name of what says it
     * @throws DateTimeParseException where it is no day at all
     * @throws UserException where it is one of another year
     */
    public static LocalDate day(String name, String text) {
        LocalDate day = LocalDate.parse(text);
        if (!YEARS.isValidValue(day.getYear())) {
            throw new UserException("\"" + text + "\" in " + name + " is no day of the years " + YEARS.getMinimum()
                    + " to " + YEARS.getMaximum());
        }
        return day;
    }

    private static Optional<Period> of(Filter.Range range) {
        try {
            Optional<LocalDate> from = range.from().map(text -> day(DAY, text));
            Optional<LocalDate> to = range.to().map(text -> day(DAY, text));
            boolean turned = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
            return Optional.of(turned ? new Period(to, from) : new Period(from, to));
        } catch (DateTimeParseException noDay) {
            // Whoever reads the days refuses it, and says what a day is
            return Optional.empty();
        }
    }

    /** The filters with the earlier day of a period as the first. */
    public static List<Filter> ordered(List<Filter> filters) {
        return filters.stream()
                .map(filter -> in(List.of(filter)).map(Period::filter).orElse(filter))
                .toList();
    }

    /** What is said where the filters name the later day first. */
    public static Optional<String> turned(List<Filter> filters) {
        return ordered(filters).equals(filters)
                ? Optional.empty()
                : in(filters)
                        .map(period ->
                                "The period was said with its last day first. It is taken as " + period.text() + ".");
    }

    /**
     * What is said where data of these days hold a period only in part, or nothing of it.
     *
     * @param days those that there are, in any order
     */
    public static Optional<String> partly(List<Filter> filters, List<LocalDate> days) {
        Optional<LocalDate> first = days.stream().min(LocalDate::compareTo);
        Optional<LocalDate> last = days.stream().max(LocalDate::compareTo);
        return first.flatMap(from -> in(filters).flatMap(period -> period.partly(of(from, last.orElseThrow()))));
    }

    /** The same of data that reach from one day to another. */
    Optional<String> partly(Period data) {
        LocalDate first = data.from().orElse(LocalDate.MIN);
        LocalDate last = data.to().orElse(LocalDate.MAX);
        boolean nothing = from.filter(last::isBefore).isPresent()
                || to.filter(first::isAfter).isPresent();
        boolean begins = from.filter(first::isAfter).isPresent();
        boolean ends = to.filter(last::isBefore).isPresent();
        if (!nothing && !begins && !ends) {
            return Optional.empty();
        }
        String reach = "The data reach from " + TEXT.format(first) + " to " + TEXT.format(last);
        return Optional.of(
                nothing
                        ? reach + "; they hold nothing " + (from.isPresent() && to.isPresent() ? "of " : "") + text()
                                + "."
                        : reach + ", so they hold " + text() + " only in part.");
    }

    /** The filters without what says the period. */
    public static List<Filter> withoutPeriod(List<Filter> filters) {
        return filters.stream().filter(filter -> !isSaidBy(filter)).toList();
    }

    /**
     * The filters as data of these dimensions can take them: the period by day, by month where it is of whole months, or
     * else not at all.
     */
    public static List<Filter> within(List<Column> dimensions, List<Filter> filters) {
        if (dimensions.stream().anyMatch(column -> column.name().equals(DAY))) {
            return ordered(filters);
        }
        boolean byMonth =
                dimensions.stream().anyMatch(column -> column.name().equals(MONTH) && column.type() == ValueType.TEXT);
        List<Filter> taken = new ArrayList<>();
        for (Filter filter : filters) {
            Optional<Period> period = in(List.of(filter));
            if (period.isEmpty()) {
                taken.add(filter);
            } else if (byMonth) {
                period.flatMap(Period::months).ifPresent(taken::add);
            }
        }
        return taken;
    }

    /** The days that both have; empty where they have none in common. */
    public Optional<Period> and(Period other) {
        Optional<LocalDate> later =
                from.filter(day -> other.from.filter(day::isBefore).isEmpty()).or(other::from);
        Optional<LocalDate> earlier =
                to.filter(day -> other.to.filter(day::isAfter).isEmpty()).or(other::to);
        boolean none = later.isPresent() && earlier.isPresent() && later.get().isAfter(earlier.get());
        return none ? Optional.empty() : Optional.of(new Period(later, earlier));
    }

    /** The days of a place in it, no later than its last; beyond it, the first day of the place. */
    public Period at(PlaceInPeriod place, long number) {
        LocalDate start = from.orElseThrow();
        LocalDate first = place.begin(number, start);
        LocalDate next = place.begin(number + 1, start);
        LocalDate end = to.filter(next::isAfter).orElseGet(() -> next.minusDays(1));
        return of(first, end.isBefore(first) ? first : end);
    }

    /** The condition that says it. */
    public Filter filter() {
        return new Filter.Range(DAY, from.map(LocalDate::toString), to.map(LocalDate::toString));
    }

    private Optional<Filter> months() {
        return isOfMonths()
                ? Optional.of(new Filter.Range(
                        MONTH,
                        from.map(day -> YearMonth.from(day).toString()),
                        to.map(day -> YearMonth.from(day).toString())))
                : Optional.empty();
    }

    /** As long, ending where this begins: as many months of whole months, else as many days; empty where an end is open. */
    public Optional<Period> before() {
        return from.flatMap(first -> to.map(last -> {
            if (isOfMonths()) {
                long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
                return of(first.minusMonths(months), first.minusDays(1));
            }
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            return of(first.minusDays(days), first.minusDays(1));
        }));
    }

    /** Whether it begins and ends with a month; an open end does. */
    private boolean isOfMonths() {
        return from.map(day -> day.getDayOfMonth() == 1).orElse(true)
                && to.map(day -> day.equals(YearMonth.from(day).atEndOfMonth())).orElse(true);
    }

    /** The same days of the month before, all of it where the whole month is meant; for periods with two ends. */
    Period aMonthBefore() {
        LocalDate first = from.orElseThrow();
        LocalDate last = to.orElseThrow();
        return of(
                first.minusMonths(1),
                isOfMonths() ? YearMonth.from(last).minusMonths(1).atEndOfMonth() : last.minusMonths(1));
    }

    /** As people read it: {@code 4–31 Dec 2024}, {@code from 4 Dec 2024}. */
    public String text() {
        if (from.isEmpty() || to.isEmpty()) {
            return from.map(day -> "from " + TEXT.format(day))
                    .orElseGet(() -> to.map(day -> "to " + TEXT.format(day)).orElse("all days"));
        }
        return between(from.get(), to.get());
    }

    private static String between(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return TEXT.format(first);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return first.getDayOfMonth() + "–" + TEXT.format(last);
        }
        String start = first.getYear() == last.getYear()
                ? DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(first)
                : TEXT.format(first);
        return start + " – " + TEXT.format(last);
    }
}
