package com.cdhdashboard.assistant.question;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.LoadedData;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A stretch of days, both ends included. */
public record Period(LocalDate from, LocalDate to) {
    public static final String NAME = "period";
    private static final String DAY = "Day";
    private static final String MONTH = "Month";
    private static final String YEAR = "Year";

    public Period {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (from.isAfter(to)) {
            throw new UserException(
                    "the period begins on " + from + " and ends on " + to + "; give the earlier day as from");
        }
    }

    public static ObjectNode parameter(String description) {
        return new Parameters()
                .optional("from", Parameters.text("first day, month or year: 2025-03-02, 2025-03 or 2025"))
                .optional("to", Parameters.text("last day, month or year, included"))
                .json(description);
    }

    /** An end that is left out is that of the data. */
    public static Optional<Period> of(Optional<Arguments> arguments, LoadedData loaded) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> from = arguments.get().text("from").map(text -> end(text, "from", false));
        Optional<LocalDate> to = arguments.get().text("to").map(text -> end(text, "to", true));
        if (from.isEmpty() && to.isEmpty()) {
            throw new UserException("the period has neither from nor to; give one of them or leave out the period");
        }
        LocalDate first = from.or(loaded::from).or(() -> to).orElseThrow();
        LocalDate last = to.or(loaded::to).or(() -> from).orElseThrow();
        return Optional.of(new Period(first, last));
    }

    private static LocalDate end(String text, String name, boolean last) {
        try {
            if (text.matches("\\d{4}")) {
                return LocalDate.of(Integer.parseInt(text), last ? 12 : 1, last ? 31 : 1);
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                return last ? month.atEndOfMonth() : month.atDay(1);
            }
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    name + " of the period is \"" + text + "\"; a day, month or year is expected, such as 2025-03-02,"
                            + " 2025-03 or 2025",
                    e);
        }
    }

    /** The condition by the finest time that the cube has. */
    public Filter filter(CubeSchema schema, List<Column> told) {
        if (has(told, DAY)
                && schema.dimension(DAY)
                        .filter(day -> day.type() == ValueType.DATE)
                        .isPresent()) {
            return range(DAY, from.toString(), to.toString());
        }
        if (has(told, MONTH) && isOfMonths()) {
            return range(
                    MONTH, YearMonth.from(from).toString(), YearMonth.from(to).toString());
        }
        if (has(told, YEAR) && isOfMonths() && from.getMonthValue() == 1 && to.getMonthValue() == 12) {
            return range(YEAR, String.valueOf(from.getYear()), String.valueOf(to.getYear()));
        }
        throw new UserException("metric \"" + schema.metric() + "\" cannot be narrowed to " + text() + ": "
                + (has(told, MONTH)
                        ? "it is counted by month, so that only whole months can be asked for"
                        : has(told, YEAR)
                                ? "it is counted by year, so that only whole years can be asked for"
                                : "it has neither Day nor Month nor Year among its dimensions; leave out the period"));
    }

    private static boolean has(List<Column> dimensions, String name) {
        return dimensions.stream().anyMatch(column -> column.name().equals(name));
    }

    private static Filter range(String dimension, String from, String to) {
        return new Filter.Range(dimension, Optional.of(from), Optional.of(to));
    }

    private boolean isOfMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    /** As long, and ending where this one begins; of whole months as many months. */
    Period before() {
        if (isOfMonths()) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
            return new Period(from.minusMonths(months), from.minusDays(1));
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), from.minusDays(1));
    }

    Period aYearBefore() {
        LocalDate last = isOfMonths() ? YearMonth.from(to).minusYears(1).atEndOfMonth() : to.minusYears(1);
        return new Period(from.minusYears(1), last);
    }

    boolean overlaps(Period other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    public String text() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }

    /** What is said where the data do not reach over all of it. */
    Optional<String> note(LoadedData loaded) {
        if (loaded.from().isEmpty() || loaded.to().isEmpty()) {
            return Optional.empty();
        }
        Period data = new Period(loaded.from().get(), loaded.to().get());
        if (!overlaps(data)) {
            return Optional.of(
                    "The data reach from " + data.from + " to " + data.to + "; there are none of " + text() + ".");
        }
        return from.isBefore(data.from) || to.isAfter(data.to)
                ? Optional.of("The data reach from " + data.from + " to " + data.to + ", so that they cover " + text()
                        + " only in part.")
                : Optional.empty();
    }

    public ObjectNode json() {
        return Content.object().put("from", from.toString()).put("to", to.toString());
    }
}
