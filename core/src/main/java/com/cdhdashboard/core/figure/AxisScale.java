package com.cdhdashboard.core.figure;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.PlaceInPeriod;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.period.ComparedPeriods;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one dimension lie along an axis: days and months in real time, everything else as categories in the
 * order given. The missing value has no place in time.
 */
public final class AxisScale {
    private enum Kind {
        TIME,
        WEEK,
        MONTH,
        /** Places within periods, counted from 1. */
        PLACE,
        CATEGORY
    }

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final DateTimeFormatter MONTH_TEXT = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_TEXT = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_TICK = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    /** More labels than this cannot be read; every second, third … is then left out. */
    private static final int MAX_TICKS = 48;

    /** Dates are longer than most names, and one tells where its neighbours are. */
    private static final int MAX_DATES = 13;

    private static final long WEEK_MILLIS = 7 * 86_400_000L;
    /** Labels of weeks that a narrow chart has room for. */
    private static final int WEEK_TICKS = 8;

    private static final int PLACE_TICKS = 12;

    /** An axis of so many days has ticks of its own for no more than each. */
    private static final int FEW_DAYS = 10;

    /** Empty steps are shown as such in up to so many steps; a longer axis leaves them out. */
    private static final int MAX_STEPS = 400;

    private final Column dimension;
    private final Kind kind;
    private final List<@Nullable Object> values;

    private AxisScale(Column dimension, Kind kind, List<@Nullable Object> values) {
        this.dimension = dimension;
        this.kind = kind;
        this.values = values;
    }

    /** The scale of a dimension that has these distinct values, in their order. */
    public static AxisScale of(Column dimension, List<@Nullable Object> values) {
        requireNonNull(dimension, "dimension");
        Kind kind = kind(dimension, values);
        List<@Nullable Object> placed = new ArrayList<>(values);
        if (kind != Kind.CATEGORY) {
            placed.removeIf(value -> value == null);
        }
        return new AxisScale(dimension, kind, placed);
    }

    private static Kind kind(Column dimension, List<@Nullable Object> values) {
        if (TimeStep.WEEK.is(dimension)) {
            return Kind.WEEK;
        }
        if (PlaceInPeriod.is(dimension)) {
            return Kind.PLACE;
        }
        if (dimension.type() == ValueType.DATE || dimension.type() == ValueType.TIMESTAMP) {
            return Kind.TIME;
        }
        boolean months = dimension.type() == ValueType.TEXT
                && values.stream().anyMatch(value -> value != null)
                && values.stream()
                        .allMatch(value ->
                                value == null || MONTH.matcher(value.toString()).matches());
        return months ? Kind.MONTH : Kind.CATEGORY;
    }

    public Column dimension() {
        return dimension;
    }

    /** Whether positions are the first days of months. */
    boolean isOfMonths() {
        return kind == Kind.MONTH;
    }

    public boolean isTime() {
        return kind != Kind.CATEGORY;
    }

    /** The values that have a place, in order. */
    public List<@Nullable Object> values() {
        return new ArrayList<>(values);
    }

    public boolean places(@Nullable Object value) {
        return kind == Kind.CATEGORY || value != null;
    }

    /** Where Plotly puts the value. */
    public String position(@Nullable Object value) {
        return kind == Kind.MONTH ? value + "-01" : Values.label(value);
    }

    /** The value as people read it: {@code 20 Dec 2024}, {@code Dec 2024}, or its label. */
    public String text(@Nullable Object value) {
        return text(dimension, value);
    }

    /** A place within a period as people read it: {@code Day 3}. */
    public String placeText(@Nullable Object value) {
        return PlaceInPeriod.of(dimension.name())
                .filter(place -> PlaceInPeriod.is(dimension))
                .map(place -> place.step().dimension() + " " + text(value))
                .orElseGet(() -> text(value));
    }

    /** The value of a dimension as people read it, whatever axis it lies on. */
    public static String text(Column dimension, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            return (TimeStep.WEEK.is(dimension) ? "week of " : "") + DAY_TEXT.format(day);
        }
        if (value instanceof LocalDateTime time) {
            return time.toString().replace('T', ' ') + " UTC";
        }
        if (ComparedCubes.isPeriod(dimension) && value != null) {
            return ComparedPeriods.text(value.toString()).orElseGet(() -> Values.shown(value));
        }
        boolean month = dimension.name().equals("Month")
                && value != null
                && MONTH.matcher(value.toString()).matches();
        return month ? MONTH_TEXT.format(YearMonth.parse(String.valueOf(value))) : Values.shown(value);
    }

    /** What traces along this axis need beside their positions. */
    public Attributes period() {
        return kind == Kind.MONTH
                ? Attributes.of("xperiod", "M1").with("xperiodalignment", "middle")
                : Attributes.none();
    }

    /** The attributes of an axis on which time is real time. */
    public Attributes axis() {
        return switch (kind) {
            case TIME -> times();
            case WEEK -> weeks();
            case MONTH -> values.size() == 1 ? oneMonth() : months();
            case PLACE -> places();
            case CATEGORY -> categoryAxis();
        };
    }

    private Attributes times() {
        Attributes axis = Attributes.of("type", "date")
                .with("tickformatstops", dayFormats())
                .with("hoverformat", "%-d %b %Y");
        boolean days = dimension.type() == ValueType.DATE && !values.isEmpty();
        long most = days ? daysSpanned() : FEW_DAYS;
        // Plotly would put more ticks on so short an axis, and call noon a day, too.
        return most < FEW_DAYS ? axis.with("nticks", most) : axis;
    }

    private long daysSpanned() {
        LocalDate first = LocalDate.parse(String.valueOf(values.get(0)));
        return ChronoUnit.DAYS.between(first, LocalDate.parse(String.valueOf(values.get(values.size() - 1)))) + 1;
    }

    /** Ticks stand at Mondays, where weeks begin. */
    private Attributes weeks() {
        LocalDate first = LocalDate.parse(String.valueOf(values.get(0)));
        LocalDate last = LocalDate.parse(String.valueOf(values.get(values.size() - 1)));
        long weeks = ChronoUnit.WEEKS.between(first, last) + 1;
        return Attributes.of("type", "date")
                .with("tick0", first.toString())
                .with("dtick", (weeks + WEEK_TICKS - 1) / WEEK_TICKS * WEEK_MILLIS)
                .with("tickformat", "%-d %b\n%Y")
                .with("hoverformat", "Week of %-d %b %Y");
    }

    private Attributes months() {
        return Attributes.of("type", "date")
                .with("tickformat", "%b %Y")
                .with("dtick", monthStep())
                .with("ticklabelmode", "period");
    }

    /** Places are numbers, so that those without rows keep their room. */
    private Attributes places() {
        int last = Integer.parseInt(String.valueOf(values.get(values.size() - 1)));
        return Attributes.of("type", "linear")
                .with("tick0", 1)
                .with("dtick", Math.max(1, (last + PLACE_TICKS - 1) / PLACE_TICKS))
                .with("tickformat", "d");
    }

    /** Plotly finds no tick on an axis that ends before the month after. */
    private Attributes oneMonth() {
        String month = String.valueOf(values.get(0));
        return Attributes.of("type", "date")
                .with("tickmode", "array")
                .with("tickvals", List.of(month + "-16"))
                .with("ticktext", List.of(MONTH_TEXT.format(YearMonth.parse(month))));
    }

    /** The attributes of an axis that gives each value the same room, time included. */
    public Attributes categoryAxis() {
        List<Object> positions = new ArrayList<>();
        List<Object> ticks = new ArrayList<>();
        List<Object> texts = new ArrayList<>();
        int most = kind == Kind.CATEGORY ? MAX_TICKS : MAX_DATES;
        int step = (values.size() + most - 1) / most;
        for (int i = 0; i < values.size(); i++) {
            String position = position(values.get(i));
            positions.add(position);
            if (i % step == 0) {
                ticks.add(position);
                texts.add(tick(values.get(i), i == 0 ? null : values.get(i - step)));
            }
        }
        return Attributes.of("type", "category")
                .with("categoryorder", "array")
                .with("categoryarray", positions)
                .with("tickmode", "array")
                .with("tickvals", ticks)
                .with("ticktext", texts);
    }

    /** A day has its year below it, where that is not the one of the tick before. */
    private String tick(@Nullable Object value, @Nullable Object before) {
        if (!(value instanceof LocalDate day)) {
            return PlotText.tick(text(value));
        }
        boolean same = before instanceof LocalDate earlier && earlier.getYear() == day.getYear();
        return DAY_TICK.format(day) + (same ? "" : "<br>" + day.getYear());
    }

    /** A scale whose time steps have no holes, so that a step without data keeps its place among categories. */
    public AxisScale withoutHoles() {
        if (values.isEmpty()
                || kind == Kind.CATEGORY
                || kind == Kind.PLACE
                || dimension.type() == ValueType.TIMESTAMP) {
            return this;
        }
        String first = String.valueOf(values.get(0));
        String last = String.valueOf(values.get(values.size() - 1));
        return steps(first, last)
                .map(steps -> new AxisScale(dimension, kind, steps))
                .orElse(this);
    }

    /** The latest so many steps of time. */
    public AxisScale latest(int most) {
        return values.size() <= most
                ? this
                : new AxisScale(dimension, kind, new ArrayList<>(values.subList(values.size() - most, values.size())));
    }

    private Optional<List<@Nullable Object>> steps(String first, String last) {
        List<@Nullable Object> steps = new ArrayList<>();
        if (kind == Kind.MONTH) {
            YearMonth end = YearMonth.parse(last);
            for (YearMonth step = YearMonth.parse(first); !step.isAfter(end); step = step.plusMonths(1)) {
                steps.add(step.toString());
            }
        } else {
            LocalDate end = LocalDate.parse(last);
            for (LocalDate step = LocalDate.parse(first);
                    !step.isAfter(end) && steps.size() <= MAX_STEPS;
                    step = step.plusDays(kind == Kind.WEEK ? 7 : 1)) {
                steps.add(step);
            }
        }
        return steps.size() <= MAX_STEPS ? Optional.of(steps) : Optional.empty();
    }

    private String monthStep() {
        YearMonth first = YearMonth.parse(String.valueOf(values.get(0)));
        YearMonth last = YearMonth.parse(String.valueOf(values.get(values.size() - 1)));
        int months = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
        return months <= 14 ? "M1" : months <= 42 ? "M3" : "M12";
    }

    private static List<Attributes> dayFormats() {
        List<@Nullable Object> upToWeeks = new ArrayList<>();
        upToWeeks.add(null);
        upToWeeks.add(WEEK_MILLIS);
        List<@Nullable Object> weeks = List.of(WEEK_MILLIS, "M1");
        List<@Nullable Object> months = List.of("M1", "M12");
        List<@Nullable Object> years = new ArrayList<>();
        years.add("M12");
        years.add(null);
        return List.of(
                Attributes.of("dtickrange", upToWeeks).with("value", "%-d %b\n%Y"),
                Attributes.of("dtickrange", weeks).with("value", "%-d %b\n%Y"),
                Attributes.of("dtickrange", months).with("value", "%b %Y"),
                Attributes.of("dtickrange", years).with("value", "%Y"));
    }
}
